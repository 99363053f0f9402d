package dev.mig.compile;

import dev.mig.model.Column;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.View;
import dev.mig.source.Code;
import dev.mig.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks changes of rows. */
final class RowRules {
    private final Places places;
    private final Problems problems;
    private final NameResolver resolver;
    private final ColumnRules columns;

    RowRules(Places places, Problems problems, NameResolver resolver, ColumnRules columns) {
        this.places = places;
        this.problems = problems;
        this.resolver = resolver;
        this.columns = columns;
    }

    void insert(Operation.Insert it, SchemaModel before) {
        tableAndColumns(it.table(), it.columns(), it.span(), before);
        for (int i = 0; i < it.columns().size(); i++) {
            int at = i;
            List<SqlValue> values = it.rows().stream()
                    .filter(row -> at < row.size())
                    .map(row -> row.get(at))
                    .toList();
            assigned(it.table(), it.columns().get(at), values, it.span(), before);
        }
    }

    /** Rows from a query or a file; nothing is known of their values. */
    void fill(QualifiedIdentifier table, List<Identifier> into, Span span, SchemaModel before) {
        tableAndColumns(table, into, span, before);
        into.forEach(column -> filled(table, column, span, before));
    }

    void update(Operation.Update it, SchemaModel before) {
        List<Identifier> assigned =
                it.assignments().stream().map(Operation.Assignment::column).toList();
        tableAndColumns(it.table(), assigned, it.span(), before);
        it.assignments()
                .forEach(assignment ->
                        assigned(it.table(), assignment.column(), List.of(assignment.value()), it.span(), before));
        batches(it.table(), it.batches(), it.span(), before);
    }

    void delete(Operation.Delete it, SchemaModel before) {
        tableAndColumns(it.table(), List.of(), it.span(), before);
        batches(it.table(), it.batches(), it.span(), before);
    }

    void tableAndColumns(QualifiedIdentifier name, List<Identifier> columns, Span span, SchemaModel before) {
        View view = before.view(name).known().orElse(null);
        if (view != null) {
            return;
        }
        Map<String, Identifier> seen = new HashMap<>();
        for (Identifier column : columns) {
            if (seen.putIfAbsent(before.folding().key(column), column) != null) {
                problems.error(
                        Code.COLUMN_TAKEN,
                        places.of(column, span),
                        "column \"" + column + "\" is there twice",
                        "leave one of them out");
            }
        }
        resolver.table(name, span, before).ifPresent(table -> resolver.columns(table, columns, span, before));
    }

    /** @param values what the column gets, a row after the other */
    private void assigned(
            QualifiedIdentifier name, Identifier column, List<SqlValue> values, Span span, SchemaModel before) {
        if (values.stream().anyMatch(it -> !(it instanceof SqlValue.Default))) {
            filled(name, column, span, before);
        }
        target(name, column, before).ifPresent(it -> columns.fit(it, values, places.of(column, span)));
    }

    private void filled(QualifiedIdentifier name, Identifier column, Span span, SchemaModel before) {
        target(name, column, before).ifPresent(it -> columns.filled(it, places.of(column, span)));
    }

    private static Optional<Column> target(QualifiedIdentifier name, Identifier column, SchemaModel before) {
        return before.table(name).known().flatMap(it -> it.column(column, before.folding()));
    }

    private void batches(QualifiedIdentifier name, Operation.@Nullable Batches batches, Span span, SchemaModel before) {
        Table table = before.table(name).known().orElse(null);
        if (batches == null || table == null) {
            return;
        }
        Identifier by = batches.by();
        if (by != null) {
            resolver.column(table, by, span, before);
        } else if (table.primaryKey().isEmpty()) {
            problems.error(
                    Code.NOT_KNOWN_HERE,
                    span,
                    "batches go in key order, and table " + table.name() + " has no primary key",
                    "say by which column: by COLUMN batch " + batches.size());
        }
    }
}
