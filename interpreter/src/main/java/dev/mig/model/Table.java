package dev.mig.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table: its columns in order, and its constraints and indexes in order of creation. */
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

    public Optional<Column> column(Identifier wanted, Folding folding) {
        return columns.stream().filter(it -> folding.same(it.name(), wanted)).findFirst();
    }

    public Optional<Constraint> constraint(Identifier wanted, Folding folding) {
        return constraints.stream()
                .filter(it -> folding.same(it.name(), wanted))
                .findFirst();
    }

    public Optional<Index> index(Identifier wanted, Folding folding) {
        return indexes.stream().filter(it -> folding.same(it.name(), wanted)).findFirst();
    }

    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraints.stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .map(Constraint.PrimaryKey.class::cast)
                .findFirst();
    }

    /** Whether a column takes no null whatever it says itself: one of the primary key, and an identity. */
    public boolean isNeverNull(Column column, Folding folding) {
        return column.identity() != null
                || primaryKey()
                        .filter(it -> holds(it.columns(), column.name(), folding))
                        .isPresent();
    }

    public List<Constraint.ForeignKey> foreignKeys() {
        return constraints.stream()
                .filter(Constraint.ForeignKey.class::isInstance)
                .map(Constraint.ForeignKey.class::cast)
                .toList();
    }

    /** Whether a constraint of this table goes when the column goes. */
    public boolean uses(Constraint constraint, Identifier column, Folding folding) {
        return switch (constraint) {
            case Constraint.PrimaryKey it -> holds(it.columns(), column, folding);
            case Constraint.Unique it -> holds(it.columns(), column, folding);
            case Constraint.Check it -> RawSql.mentions(it.condition(), column, folding);
            case Constraint.ForeignKey it ->
                holds(it.columns(), column, folding)
                        || (folding.same(it.target(), name) && holds(it.targetColumns(), column, folding));
        };
    }

    /** Whether an index of this table goes when the column goes. */
    public boolean uses(Index index, Identifier column, Folding folding) {
        String where = index.where();
        return holds(index.include(), column, folding)
                || (where != null && RawSql.mentions(where, column, folding))
                || index.elements().stream().anyMatch(it -> switch (it.key()) {
                    case Index.ColumnKey key -> folding.same(key.column(), column);
                    case Index.ExpressionKey(SqlValue.Expression sql) -> RawSql.mentions(sql.sql(), column, folding);
                    case Index.ExpressionKey(SqlValue.Call call) -> RawSql.mentions(call.arguments(), column, folding);
                    case Index.ExpressionKey key -> false;
                });
    }

    private static boolean holds(List<Identifier> columns, Identifier column, Folding folding) {
        return columns.stream().anyMatch(it -> folding.same(it, column));
    }

    public Table withName(QualifiedIdentifier to) {
        return new Table(to, columns, constraints, indexes, comment, options);
    }

    public Table withColumns(List<Column> to) {
        return new Table(name, to, constraints, indexes, comment, options);
    }

    public Table withConstraints(List<Constraint> to) {
        return new Table(name, columns, to, indexes, comment, options);
    }

    public Table withIndexes(List<Index> to) {
        return new Table(name, columns, constraints, to, comment, options);
    }

    public Table withComment(@Nullable String to) {
        return new Table(name, columns, constraints, indexes, to, options);
    }
}
