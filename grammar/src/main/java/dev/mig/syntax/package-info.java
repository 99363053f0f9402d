/**
 * The {@code .mig} language: its grammar, its tree, and its printer.
 *
 * <p>One front door for reading, one for printing. ANTLR does not leave this package, and nothing here knows what a
 * statement means: whether a table exists, which database will run it, how it is undone.
 */
@NullMarked
package dev.mig.syntax;

import org.jspecify.annotations.NullMarked;
