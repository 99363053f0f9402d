/**
 * The {@code .mig} language: its grammar and parser.
 *
 * <p>{@link dev.mig.syntax.Mig} is the public interface of the parser; the tree it builds is in {@code syntax.tree},
 * the printer in {@code syntax.print}. ANTLR types do not leave this package, and nothing here knows what a statement
 * means: whether a table exists, which database will run it, how it is reverted.
 */
@NullMarked
package dev.mig.syntax;

import org.jspecify.annotations.NullMarked;
