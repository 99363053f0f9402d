package dev.mig.compile;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Folding;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Code;
import dev.mig.source.Span;
import java.util.List;

/** Checks columns, changes of columns, and values assigned to them. */
final class ColumnRules {
    private final Places places;
    private final Problems problems;

    ColumnRules(Places places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    void check(Column column, Span span) {
        Span place = places.of(column.name(), span);
        boolean whole = column.type() == ColumnType.Plain.SMALLINT
                || column.type() == ColumnType.Plain.INTEGER
                || column.type() == ColumnType.Plain.BIGINT
                || column.type() instanceof ColumnType.Native;
        if (column.identity() != null && column.defaultValue() != null) {
            problems.error(
                    Code.OPTIONS_CLASH,
                    place,
                    "column \"" + column.name() + "\" cannot be an identity and have a default",
                    "drop one of the two: an identity is numbered by the database");
        }
        if (column.identity() != null && !whole) {
            problems.error(
                    Code.OPTIONS_CLASH,
                    place,
                    "an identity is a smallint, integer or bigint",
                    column.name() + " bigint identity");
        }
        if (column.generated() != null && (column.identity() != null || column.defaultValue() != null)) {
            problems.error(
                    Code.OPTIONS_CLASH,
                    place,
                    "column \"" + column.name() + "\" is generated: it cannot be an identity or have a default",
                    "keep \"generated\" alone: the database fills the column");
        }
        SqlValue value = column.defaultValue();
        if (value != null) {
            fits(column, value, place);
        }
    }

    void newDefault(Column column, TableChange.SetDefault it) {
        Span place = places.of(it.column(), it.span());
        check(column.withDefault(it.value()), place);
        if (it.value() == null && column.generated() != null) {
            problems.error(
                    Code.OPTIONS_CLASH,
                    place,
                    "column \"" + column.name() + "\" is generated: it has no default that could be dropped",
                    "drop column " + column.name() + ", and add it again without \"generated\"");
        } else if (it.value() == null && column.identity() != null) {
            problems.error(
                    Code.OPTIONS_CLASH,
                    place,
                    "column \"" + column.name() + "\" is an identity: it has no default that could be dropped",
                    "alter column " + column.name() + " drop identity");
        }
    }

    /** A key and an identity cannot be null, whatever is declared. */
    void nullable(Table table, Column column, TableChange.SetNotNull it, Folding folding) {
        if (it.notNull() || !table.isNeverNull(column, folding)) {
            return;
        }
        boolean identity = column.identity() != null;
        problems.error(
                Code.OPTIONS_CLASH,
                places.of(it.column(), it.span()),
                "column \"" + column.name() + "\" " + (identity ? "is an identity" : "belongs to the primary key")
                        + ", which is never null",
                identity ? "alter column " + column.name() + " drop identity" : "drop primary key");
    }

    void identity(Column column, TableChange.SetIdentity it) {
        if (it.identity() == null && column.identity() == null) {
            problems.error(
                    Code.OPTIONS_CLASH,
                    places.of(it.column(), it.span()),
                    "column \"" + column.name() + "\" is no identity",
                    "leave it out: there is nothing to drop");
        } else if (it.identity() != null && column.identity() != null) {
            problems.error(
                    Code.OPTIONS_CLASH,
                    places.of(it.column(), it.span()),
                    "column \"" + column.name() + "\" is an identity already",
                    "leave it out");
        } else {
            check(column.withIdentity(it.identity()), places.of(it.column(), it.span()));
        }
    }

    /** Checks that the column can hold the values it is given. */
    void fit(Column column, List<SqlValue> values, Span place) {
        values.stream().distinct().forEach(value -> fits(column, value, place));
    }

    /** Checks that the column can be assigned. */
    void filled(Column column, Span place) {
        Column.Identity identity = column.identity();
        if (column.generated() != null) {
            problems.error(
                    Code.VALUE_MISPLACED,
                    place,
                    "column \"" + column.name() + "\" is generated: the database fills it",
                    "leave the column out");
        } else if (identity != null && identity.always()) {
            problems.error(
                    Code.VALUE_MISPLACED,
                    place,
                    "column \"" + column.name() + "\" is always numbered by the database",
                    "leave the column out, or make it an identity without \"always\"");
        }
    }

    private void fits(Column column, SqlValue value, Span place) {
        if (column.type() instanceof ColumnType.Enum type) {
            isOf(type, value, place);
        }
        LiteralCheck.against(column.type(), value)
                .ifPresent(told -> problems.error(
                        Code.VALUE_UNFIT, place, "column \"" + column.name() + "\" cannot hold " + told));
    }

    private void isOf(ColumnType.Enum type, SqlValue value, Span place) {
        if (value instanceof SqlValue.Text(String text)
                && !type.values().isEmpty()
                && !type.values().contains(text)) {
            problems.error(
                    Code.NAME_UNKNOWN,
                    place,
                    "the type " + type.name() + " has no value '" + text + "'",
                    NameResolver.likeOrAll(text, type.values(), "values"));
        }
    }
}
