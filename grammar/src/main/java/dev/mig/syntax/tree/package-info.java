/**
 * The syntax tree of the {@code .mig} language, as records: what was written, with its positions.
 *
 * <p>Nothing here parses, prints or checks anything.
 */
@NullMarked
package dev.mig.syntax.tree;

import org.jspecify.annotations.NullMarked;
