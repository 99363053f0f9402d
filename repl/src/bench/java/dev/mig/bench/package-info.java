/**
 * How fast it is, as ratios: between this tool and plain JDBC, and between a history and one ten times as long.
 *
 * <p>Nothing here is a test: a time never decides whether a build is good. {@code .github/CONTRIBUTING.md} says how to
 * run it.
 */
@NullMarked
package dev.mig.bench;

import org.jspecify.annotations.NullMarked;
