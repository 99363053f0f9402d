package dev.mig.syntax.tree;

import dev.mig.source.Span;

/** A string in single quotes: {@code ''} undoubled, variables not yet replaced. */
public record Text(String value, Span span) {}
