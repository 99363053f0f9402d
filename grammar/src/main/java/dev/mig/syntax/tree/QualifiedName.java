package dev.mig.syntax.tree;

import dev.mig.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** {@code name}, {@code schema.name} or longer: at least one part. */
public record QualifiedName(List<Name> parts, Span span) {
    public QualifiedName {
        parts = List.copyOf(parts);
    }

    public Name last() {
        return parts.getLast();
    }

    /** As a message names it: the texts with dots between. */
    @Override
    public String toString() {
        return parts.stream().map(Name::text).collect(Collectors.joining("."));
    }
}
