package dev.mig.syntax.tree;

import dev.mig.source.Span;

/** SQL in triple quotes, without them, without common indentation and the first and last line end. */
public record SqlText(String sql, Span span) {}
