/**
 * The {@code .mig} language: grammar, syntax tree and printer.
 *
 * <p>{@link dev.mig.syntax.Mig} parses and {@link dev.mig.syntax.MigPrinter} prints. ANTLR types do not leave this
 * package, and nothing here knows what a statement means: whether a table exists, which database will run it, how it
 * is reverted.
 */
@NullMarked
package dev.mig.syntax;

import org.jspecify.annotations.NullMarked;
