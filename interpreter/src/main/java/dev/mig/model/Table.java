package dev.mig.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table: its columns in order, its constraints and indexes in the order they were made. */
public record Table(
        QualifiedIdentifier name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable String comment,
        List<String> options) {
    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        options = List.copyOf(options);
    }
}
