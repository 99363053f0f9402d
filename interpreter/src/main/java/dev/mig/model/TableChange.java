package dev.mig.model;

import dev.mig.source.Span;
import org.jspecify.annotations.Nullable;

/** One action of an {@code alter table}. */
public sealed interface TableChange {
    Span span();

    /** The column's own constraints follow as {@link AddConstraint}s with the same span. */
    record AddColumn(Column column, Span span) implements TableChange {}

    /** @param reverseUsing SQL with brackets that fills the column when it comes back */
    record DropColumn(
            Identifier column, boolean ifExists, @Nullable String reverseUsing, Span span) implements TableChange {}

    record RenameColumn(Identifier column, Identifier to, Span span) implements TableChange {}

    /** Both expressions with brackets; null where the author gave none. */
    record SetType(
            Identifier column,
            ColumnType type,
            @Nullable String using,
            @Nullable String reverseUsing,
            Span span) implements TableChange {}

    record SetNotNull(Identifier column, boolean notNull, Span span) implements TableChange {}

    /** A null default drops it. */
    record SetDefault(Identifier column, @Nullable SqlValue value, Span span) implements TableChange {}

    /** A null comment clears it. */
    record SetComment(Identifier column, @Nullable String comment, Span span) implements TableChange {}

    /** A null identity drops it. An added one goes on after the largest value in the column. */
    record SetIdentity(Identifier column, Column.@Nullable Identity identity, Span span) implements TableChange {}

    record AddConstraint(Constraint constraint, boolean notValid, Span span) implements TableChange {}

    /**
     * Also what {@code drop primary key}, {@code drop unique (…)} and {@code drop foreign key (…)} come down to: the
     * compiler found the name.
     *
     * @param dropped the constraint as the replayed schema knows it; null where it does not
     */
    record DropConstraint(
            Identifier name, boolean ifExists, @Nullable Constraint dropped, Span span) implements TableChange {}

    record ValidateConstraint(Identifier name, Span span) implements TableChange {}

    record RenameConstraint(Identifier name, Identifier to, Span span) implements TableChange {}

    record SetSchema(Identifier schema, Span span) implements TableChange {}
}
