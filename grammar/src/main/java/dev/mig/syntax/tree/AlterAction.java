package dev.mig.syntax.tree;

import dev.mig.source.Span;
import dev.mig.syntax.tree.TableItem.Column;
import dev.mig.syntax.tree.TableItem.Constraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An action of {@code alter table}. */
public sealed interface AlterAction {
    Span span();

    record AddColumn(Column column, Span span) implements AlterAction {}

    record DropColumn(boolean ifExists, Name column, Value.@Nullable Expression reverseUsing, Span span)
            implements AlterAction {}

    record RenameColumn(Name column, Name to, Span span) implements AlterAction {}

    record AlterColumn(Name column, ColumnChange change, Span span) implements AlterAction {}

    record AddConstraint(Constraint constraint, boolean notValid, Span span) implements AlterAction {}

    record DropConstraint(boolean ifExists, Name constraint, Span span) implements AlterAction {}

    record DropPrimaryKey(Span span) implements AlterAction {}

    record DropUnique(List<Name> columns, Span span) implements AlterAction {
        public DropUnique {
            columns = List.copyOf(columns);
        }
    }

    record DropForeignKey(List<Name> columns, Span span) implements AlterAction {
        public DropForeignKey {
            columns = List.copyOf(columns);
        }
    }

    record ValidateConstraint(Name constraint, Span span) implements AlterAction {}

    record RenameConstraint(Name constraint, Name to, Span span) implements AlterAction {}

    record SetSchema(Name schema, Span span) implements AlterAction {}

    /** What {@code alter column} changes. */
    sealed interface ColumnChange {
        Span span();
    }

    record SetType(TypeName type, Value.@Nullable Expression using, Value.@Nullable Expression reverseUsing, Span span)
            implements ColumnChange {}

    record SetNotNull(Span span) implements ColumnChange {}

    record DropNotNull(Span span) implements ColumnChange {}

    record SetDefault(Value value, Span span) implements ColumnChange {}

    record DropDefault(Span span) implements ColumnChange {}

    record SetComment(Text comment, Span span) implements ColumnChange {}

    record DropComment(Span span) implements ColumnChange {}

    record AddIdentity(Span span) implements ColumnChange {}

    record DropIdentity(Span span) implements ColumnChange {}
}
