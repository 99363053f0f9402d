package dev.mig.syntax.tree;

import dev.mig.source.Span;

/**
 * A name as written.
 *
 * @param text without its quotes, {@code ""} undoubled; variables not yet replaced
 * @param quoted whether it is exact in case and characters
 */
public record Name(String text, boolean quoted, Span span) {}
