package dev.mig.model;

import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Statement.Renamed;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a migration for one database: names resolved, variables replaced, parts for other databases removed.
 * Files of every format become operations, and only operations are turned into SQL, reversed, graded and replayed.
 */
public sealed interface Operation {
    /** Where the author wrote it: diagnostics and failing statements point here. */
    Span span();

    // ---- tables

    record CreateTable(Table table, boolean ifNotExists, Span span) implements Operation {}

    record DropTable(QualifiedIdentifier table, boolean ifExists, boolean cascade, Span span) implements Operation {}

    record RenameTable(QualifiedIdentifier table, Identifier to, Span span) implements Operation {}

    /** A null comment clears it. */
    record CommentOnTable(
            QualifiedIdentifier table, @Nullable String comment, Span span) implements Operation {}

    /** {@code comment on column} is one of these as well. At least one change. */
    record AlterTable(QualifiedIdentifier table, List<TableChange> changes, Span span) implements Operation {
        public AlterTable {
            changes = List.copyOf(changes);
        }
    }

    // ---- indexes

    record CreateIndex(QualifiedIdentifier table, Index index, boolean concurrently, boolean ifNotExists, Span span)
            implements Operation {}

    /** @param table null where neither the author nor the replayed schema knows it */
    record DropIndex(
            QualifiedIdentifier name,
            @Nullable QualifiedIdentifier table,
            boolean concurrently,
            boolean ifExists,
            Span span)
            implements Operation {}

    record RenameIndex(QualifiedIdentifier name, @Nullable QualifiedIdentifier table, Identifier to, Span span)
            implements Operation {}

    // ---- types, sequences, schemas, views, objects

    record CreateEnum(QualifiedIdentifier name, List<String> values, Span span) implements Operation {
        public CreateEnum {
            values = List.copyOf(values);
        }
    }

    /** At most one of before and after is given; neither means at the end. */
    record AddEnumValue(
            QualifiedIdentifier type,
            String value,
            @Nullable String before,
            @Nullable String after,
            Span span) implements Operation {}

    record RenameEnumValue(QualifiedIdentifier type, String value, String to, Span span) implements Operation {}

    record DropType(QualifiedIdentifier name, Span span) implements Operation {}

    record CreateSequence(
            QualifiedIdentifier name,
            @Nullable BigInteger start,
            @Nullable BigInteger increment,
            Span span) implements Operation {}

    record DropSequence(QualifiedIdentifier name, Span span) implements Operation {}

    record CreateSchema(Identifier name, boolean ifNotExists, Span span) implements Operation {}

    record DropSchema(Identifier name, boolean ifExists, boolean cascade, Span span) implements Operation {}

    record CreateView(QualifiedIdentifier name, String query, boolean orReplace, Span span) implements Operation {}

    record DropView(QualifiedIdentifier name, boolean ifExists, Span span) implements Operation {}

    record CreateMaterializedView(QualifiedIdentifier name, String query, Span span) implements Operation {}

    record RefreshMaterializedView(QualifiedIdentifier name, Span span) implements Operation {}

    record DropMaterializedView(QualifiedIdentifier name, boolean ifExists, Span span) implements Operation {}

    /** Renames a view, sequence, type or schema; a schema's name has no schema. */
    record RenameOther(Renamed kind, QualifiedIdentifier name, Identifier to, Span span) implements Operation {}

    /** @param drop the text that takes it back */
    record CreateObject(String kind, QualifiedIdentifier name, String create, String drop, boolean orReplace, Span span)
            implements Operation {}

    /** @param create the text that brings it back; null where nobody knows it */
    record DropObject(
            String kind,
            QualifiedIdentifier name,
            String drop,
            @Nullable String create,
            Span span) implements Operation {}

    // ---- data

    /** Every row has as many values as there are columns. */
    record Insert(
            QualifiedIdentifier table, List<Identifier> columns, List<List<SqlValue>> rows, Reverse reverse, Span span)
            implements Operation {
        public Insert {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    record InsertSelect(QualifiedIdentifier table, List<Identifier> columns, String query, Reverse reverse, Span span)
            implements Operation {
        public InsertSelect {
            columns = List.copyOf(columns);
        }
    }

    /** @param where with its brackets; null for all rows */
    record Update(
            QualifiedIdentifier table,
            List<Assignment> assignments,
            @Nullable String where,
            @Nullable Batches batches,
            Reverse reverse,
            Span span)
            implements Operation {
        public Update {
            assignments = List.copyOf(assignments);
        }
    }

    record Assignment(Identifier column, SqlValue value) {}

    /** @param where with its brackets; null for all rows */
    record Delete(
            QualifiedIdentifier table,
            @Nullable String where,
            @Nullable Batches batches,
            Reverse reverse,
            Span span) implements Operation {}

    /**
     * Rows by their key: what takes an insert back. No file spells it.
     *
     * @param key the columns of the primary key
     * @param rows for each row the values of those columns: texts, numbers, booleans
     */
    record DeleteRows(QualifiedIdentifier table, List<Identifier> key, List<List<SqlValue>> rows, Span span)
            implements Operation {
        public DeleteRows {
            key = List.copyOf(key);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Key order, one committed batch at a time.
     *
     * @param by null for the primary key
     * @param size rows a batch, at least 1
     * @param pauseMillis between two batches, 0 for none
     */
    record Batches(@Nullable Identifier by, int size, long pauseMillis) {}

    /**
     * Rows of a file beside the migration.
     *
     * @param columns empty where the header line of the file gives them
     */
    record Load(QualifiedIdentifier table, List<Identifier> columns, RowFile file, Reverse reverse, Span span)
            implements Operation {
        public Load {
            columns = List.copyOf(columns);
        }
    }

    /** How the author said that a change of rows, or raw text, is taken back. */
    sealed interface Reverse {}

    record Unstated() implements Reverse {}

    /** There is nothing to take back. */
    record Nothing() implements Reverse {}

    record BySql(String sql) implements Reverse {}

    // ---- raw SQL

    /** Exactly one statement, as written. */
    record ExecuteSql(String sql, Touches touches, Reverse reverse, Span span) implements Operation {}

    /** Many statements, split by the target's own rules. */
    record ExecuteScript(Source script, Reverse reverse, Span span) implements Operation {}

    /** What only a script can do, with the rows that a run finds; the schema stays as it is. */
    record Run(RowWork work, Reverse reverse, Span span) implements Operation {}

    /** What raw text does to the replayed schema. */
    sealed interface Touches {}

    /** Unspecified: the text is analysed. */
    record Unsaid() implements Touches {}

    record NoStructure() implements Touches {}

    /** These tables are unknown from here on. */
    record Tables(List<QualifiedIdentifier> tables) implements Touches {
        public Tables {
            tables = List.copyOf(tables);
        }
    }

    /** The replayed schema takes these operations instead. */
    record SameAs(List<Operation> operations) implements Touches {
        public SameAs {
            operations = List.copyOf(operations);
        }
    }

    // ---- where and how

    record OutsideTransaction(List<Operation> operations, Span span) implements Operation {
        public OutsideTransaction {
            operations = List.copyOf(operations);
        }
    }

    /** @param condition with its brackets; false or null stops the revision */
    record Require(String condition, @Nullable String message, Span span) implements Operation {}
}
