package dev.mig.syntax.tree;

import dev.mig.source.Span;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item in the braces of {@code create table}. */
public sealed interface TableItem {
    Span span();

    record Column(Name name, TypeName type, List<ColumnOption> options, Span span) implements TableItem {
        public Column {
            options = List.copyOf(options);
        }
    }

    /** A table constraint, with the name it was given, if any. */
    record Constraint(@Nullable Name name, ConstraintBody body, Span span) implements TableItem {}

    sealed interface ConstraintBody {}

    record PrimaryKey(List<Name> columns) implements ConstraintBody {
        public PrimaryKey {
            columns = List.copyOf(columns);
        }
    }

    record Unique(List<Name> columns) implements ConstraintBody {
        public Unique {
            columns = List.copyOf(columns);
        }
    }

    record Check(Value.Expression condition) implements ConstraintBody {}

    record ForeignKey(List<Name> columns, References references) implements ConstraintBody {
        public ForeignKey {
            columns = List.copyOf(columns);
        }
    }

    /**
     * {@code references T (C…) on delete … on update … deferrable …}.
     *
     * @param columns empty where left out: the primary key of the table
     */
    record References(
            QualifiedName table,
            List<Name> columns,
            @Nullable ReferenceAction onDelete,
            @Nullable ReferenceAction onUpdate,
            @Nullable Deferrable deferrable) {
        public References {
            columns = List.copyOf(columns);
        }
    }

    enum ReferenceAction {
        CASCADE,
        RESTRICT,
        SET_NULL,
        SET_DEFAULT,
        NO_ACTION
    }

    /** {@code deferrable}, and what it initially is; plain {@code deferrable} is initially immediate. */
    enum Deferrable {
        UNSTATED,
        INITIALLY_DEFERRED,
        INITIALLY_IMMEDIATE
    }

    sealed interface ColumnOption {
        Span span();
    }

    record NotNull(Span span) implements ColumnOption {}

    record ColumnPrimaryKey(Span span) implements ColumnOption {}

    record ColumnUnique(Span span) implements ColumnOption {}

    record ColumnCheck(Value.Expression condition, Span span) implements ColumnOption {}

    record ColumnComment(Text text, Span span) implements ColumnOption {}

    record Collate(Name collation, Span span) implements ColumnOption {}

    record Default(Value value, Span span) implements ColumnOption {}

    record Identity(
            boolean always,
            @Nullable BigInteger start,
            @Nullable BigInteger increment,
            Span span) implements ColumnOption {}

    record Generated(Value.Expression expression, @Nullable Storage storage, Span span) implements ColumnOption {}

    enum Storage {
        STORED,
        VIRTUAL
    }

    record ColumnReferences(References references, Span span) implements ColumnOption {}
}
