package dev.mig.model;

import dev.mig.syntax.TableItem.Deferrable;
import dev.mig.syntax.TableItem.ReferenceAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constraint of a table. It always has a name: the author's, or one by the fixed rule. */
public sealed interface Constraint {
    Identifier name();

    Constraint withName(Identifier to);

    record PrimaryKey(Identifier name, List<Identifier> columns) implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
        }

        @Override
        public PrimaryKey withName(Identifier to) {
            return new PrimaryKey(to, columns);
        }
    }

    record Unique(Identifier name, List<Identifier> columns) implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
        }

        @Override
        public Unique withName(Identifier to) {
            return new Unique(to, columns);
        }
    }

    /** @param condition with its brackets */
    record Check(Identifier name, String condition) implements Constraint {
        @Override
        public Check withName(Identifier to) {
            return new Check(to, condition);
        }
    }

    /** @param targetColumns empty where the author left them out: the primary key of the table */
    record ForeignKey(
            Identifier name,
            List<Identifier> columns,
            QualifiedIdentifier target,
            List<Identifier> targetColumns,
            @Nullable ReferenceAction onDelete,
            @Nullable ReferenceAction onUpdate,
            @Nullable Deferrable deferrable)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }

        @Override
        public ForeignKey withName(Identifier to) {
            return new ForeignKey(to, columns, target, targetColumns, onDelete, onUpdate, deferrable);
        }

        public ForeignKey withColumns(List<Identifier> to) {
            return new ForeignKey(name, to, target, targetColumns, onDelete, onUpdate, deferrable);
        }

        public ForeignKey withTarget(QualifiedIdentifier to, List<Identifier> toColumns) {
            return new ForeignKey(name, columns, to, toColumns, onDelete, onUpdate, deferrable);
        }
    }
}
