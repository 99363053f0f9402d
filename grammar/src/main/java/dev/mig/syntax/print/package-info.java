/**
 * The printer of the {@code .mig} language: syntax tree to canonical text, with its comments.
 *
 * <p>{@link dev.mig.syntax.print.MigPrinter} is its public interface. It uses the parser only to format text.
 */
@NullMarked
package dev.mig.syntax.print;

import org.jspecify.annotations.NullMarked;
