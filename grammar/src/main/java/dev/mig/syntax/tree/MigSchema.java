package dev.mig.syntax.tree;

import dev.mig.source.Source;
import java.util.List;

/** A {@code schema.mig}: {@code create …} statements and no header. */
public record MigSchema(Source source, List<Statement> statements, List<Comment> comments) {
    public MigSchema {
        statements = List.copyOf(statements);
        comments = List.copyOf(comments);
    }
}
