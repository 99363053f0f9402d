package dev.mig.syntax.tree;

import dev.mig.source.Span;
import java.util.List;

/** Statements between braces, in order; the span includes the braces. */
public record Block(List<Statement> statements, Span span) {
    public Block {
        statements = List.copyOf(statements);
    }
}
