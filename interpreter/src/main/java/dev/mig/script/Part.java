package dev.mig.script;

import java.util.List;

/**
 * Statements of a step that run in order and share one transaction mode.
 *
 * @param transactional whether they commit together, with the journal's word for it; else each commits by itself
 */
public record Part(boolean transactional, List<Statement> statements) {
    public Part {
        statements = List.copyOf(statements);
    }
}
