/**
 * The process: its streams, environment and exit code, and the wiring of all other packages.
 *
 * <p>It makes no decisions, and no other package uses {@link java.lang.System}.
 */
@NullMarked
package dev.mig.app;

import org.jspecify.annotations.NullMarked;
