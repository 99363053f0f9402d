package dev.mig.syntax.tree;

import dev.mig.source.Span;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of a block. Each record is named after its grammar label. */
public sealed interface Statement {
    Span span();

    // ---- tables

    record CreateTable(
            boolean ifNotExists,
            QualifiedName name,
            List<TableItem> items,
            @Nullable Text comment,
            List<TableOption> options,
            Span span)
            implements Statement {
        public CreateTable {
            items = List.copyOf(items);
            options = List.copyOf(options);
        }
    }

    /** {@code options mysql 'ENGINE=InnoDB'}. */
    record TableOption(Name dialect, Text text, Span span) {}

    record DropTable(boolean ifExists, QualifiedName name, boolean cascade, Span span) implements Statement {}

    record RenameTable(QualifiedName name, Name to, Span span) implements Statement {}

    /** A null comment clears it. */
    record CommentOnTable(QualifiedName table, @Nullable Text comment, Span span) implements Statement {}

    /** The column is the last part of the name. A null comment clears it. */
    record CommentOnColumn(QualifiedName column, @Nullable Text comment, Span span) implements Statement {}

    record AlterTable(QualifiedName table, List<AlterAction> actions, Span span) implements Statement {
        public AlterTable {
            actions = List.copyOf(actions);
        }
    }

    // ---- indexes

    record CreateIndex(
            boolean unique,
            boolean concurrently,
            boolean ifNotExists,
            @Nullable Name name,
            QualifiedName table,
            @Nullable Name method,
            List<IndexElement> elements,
            List<Name> include,
            Value.@Nullable Expression where,
            Span span)
            implements Statement {
        // Written out: of a compact one javac does not keep that a parameter of a nested type may be null.
        public CreateIndex(
                boolean unique,
                boolean concurrently,
                boolean ifNotExists,
                @Nullable Name name,
                QualifiedName table,
                @Nullable Name method,
                List<IndexElement> elements,
                List<Name> include,
                Value.@Nullable Expression where,
                Span span) {
            this.unique = unique;
            this.concurrently = concurrently;
            this.ifNotExists = ifNotExists;
            this.name = name;
            this.table = table;
            this.method = method;
            this.elements = List.copyOf(elements);
            this.include = List.copyOf(include);
            this.where = where;
            this.span = span;
        }
    }

    /**
     * One key of an index.
     *
     * @param operatorClass null where left out
     */
    record IndexElement(
            IndexKey key,
            @Nullable QualifiedName operatorClass,
            @Nullable Order order,
            @Nullable Nulls nulls,
            Span span) {}

    sealed interface IndexKey {}

    record ColumnKey(Name column) implements IndexKey {}

    /** A {@link Value.Call} or a {@link Value.Expression}. */
    record ExpressionKey(Value expression) implements IndexKey {}

    enum Order {
        ASC,
        DESC
    }

    enum Nulls {
        FIRST,
        LAST
    }

    /**
     * By name, perhaps with its table, or by table and keys where the index was made without a name.
     *
     * @param elements empty where the name is given
     */
    record DropIndex(
            boolean concurrently,
            boolean ifExists,
            @Nullable QualifiedName name,
            @Nullable QualifiedName table,
            List<IndexElement> elements,
            Span span)
            implements Statement {
        public DropIndex {
            elements = List.copyOf(elements);
        }
    }

    record RenameIndex(QualifiedName name, @Nullable QualifiedName table, Name to, Span span) implements Statement {}

    // ---- types, sequences, schemas, views, objects

    record CreateEnum(QualifiedName name, List<Text> values, Span span) implements Statement {
        public CreateEnum {
            values = List.copyOf(values);
        }
    }

    /** At most one of before and after is given; neither means at the end. */
    record AddEnumValue(
            QualifiedName type,
            Text value,
            @Nullable Text before,
            @Nullable Text after,
            Span span) implements Statement {}

    record RenameEnumValue(QualifiedName type, Text value, Text to, Span span) implements Statement {}

    record DropType(QualifiedName name, Span span) implements Statement {}

    record CreateSequence(
            QualifiedName name,
            @Nullable BigInteger start,
            @Nullable BigInteger increment,
            Span span) implements Statement {}

    record DropSequence(QualifiedName name, Span span) implements Statement {}

    record CreateSchema(boolean ifNotExists, Name name, Span span) implements Statement {}

    record DropSchema(boolean ifExists, Name name, boolean cascade, Span span) implements Statement {}

    record CreateView(boolean orReplace, QualifiedName name, SqlText query, Span span) implements Statement {}

    record DropView(boolean ifExists, QualifiedName name, Span span) implements Statement {}

    record CreateMaterializedView(QualifiedName name, SqlText query, Span span) implements Statement {}

    record RefreshMaterializedView(QualifiedName name, Span span) implements Statement {}

    record DropMaterializedView(boolean ifExists, QualifiedName name, Span span) implements Statement {}

    /** {@code rename view|sequence|type|schema N to N}. */
    record RenameOther(Renamed kind, QualifiedName name, Name to, Span span) implements Statement {}

    enum Renamed {
        VIEW,
        SEQUENCE,
        TYPE,
        SCHEMA
    }

    record CreateObject(
            boolean orReplace,
            Name kind,
            QualifiedName name,
            SqlText create,
            @Nullable SqlText reverse,
            Span span) implements Statement {}

    record DropObject(
            Name kind,
            QualifiedName name,
            @Nullable SqlText drop,
            @Nullable SqlText reverse,
            Span span) implements Statement {}

    // ---- data

    record Insert(
            QualifiedName table,
            List<Name> columns,
            InsertRows rows,
            @Nullable Reversal reversal,
            Span span) implements Statement {
        public Insert {
            columns = List.copyOf(columns);
        }
    }

    sealed interface InsertRows {}

    record Values(List<Row> rows) implements InsertRows {
        public Values {
            rows = List.copyOf(rows);
        }
    }

    record Row(List<Value> values, Span span) {
        public Row {
            values = List.copyOf(values);
        }
    }

    record Query(SqlText select) implements InsertRows {}

    record Update(
            QualifiedName table,
            List<Assignment> assignments,
            Value.@Nullable Expression where,
            @Nullable Batches batches,
            @Nullable Reversal reversal,
            Span span)
            implements Statement {
        // Written out, as CreateIndex is.
        public Update(
                QualifiedName table,
                List<Assignment> assignments,
                Value.@Nullable Expression where,
                @Nullable Batches batches,
                @Nullable Reversal reversal,
                Span span) {
            this.table = table;
            this.assignments = List.copyOf(assignments);
            this.where = where;
            this.batches = batches;
            this.reversal = reversal;
            this.span = span;
        }
    }

    record Assignment(Name column, Value value, Span span) {}

    record Delete(
            QualifiedName table,
            Value.@Nullable Expression where,
            @Nullable Batches batches,
            @Nullable Reversal reversal,
            Span span)
            implements Statement {}

    /**
     * {@code by C batch 5000 pause '50ms'}.
     *
     * @param by null where left out: the primary key
     * @param size rows a batch, at least 1
     */
    record Batches(@Nullable Name by, int size, @Nullable Text pause, Span span) {}

    /** The columns are empty where left out: the header line of the file gives them. */
    record Load(
            Text file,
            QualifiedName table,
            List<Name> columns,
            @Nullable Reversal reversal,
            Span span) implements Statement {
        public Load {
            columns = List.copyOf(columns);
        }
    }

    // ---- raw SQL

    record Sql(
            SqlBody body,
            @Nullable Touches touches,
            @Nullable Reversal reversal,
            Span span) implements Statement {}

    sealed interface SqlBody {}

    /** The same text for every database. */
    record OneSql(SqlText text) implements SqlBody {}

    /** A text a database; what is not named is skipped if the author said so, else refused. */
    record SqlByDialect(List<DialectSql> entries, boolean elseSkip) implements SqlBody {
        public SqlByDialect {
            entries = List.copyOf(entries);
        }
    }

    record DialectSql(List<Name> dialects, SqlText text, Span span) {
        public DialectSql {
            dialects = List.copyOf(dialects);
        }
    }

    /** What raw text does to the replayed schema. */
    sealed interface Touches {}

    record TouchesNothing() implements Touches {}

    record TouchesTables(List<QualifiedName> tables) implements Touches {
        public TouchesTables {
            tables = List.copyOf(tables);
        }
    }

    record TouchesAs(Block statements) implements Touches {}

    /** How a statement is taken back. */
    sealed interface Reversal {}

    /** {@code reverse nothing}: there is nothing to take back. */
    record ReverseNothing() implements Reversal {}

    record ReverseSql(SqlBody body) implements Reversal {}

    record Script(ScriptBody body, @Nullable Reversal reversal, Span span) implements Statement {}

    sealed interface ScriptBody {}

    record ScriptText(SqlText text) implements ScriptBody {}

    record ScriptFile(Text file) implements ScriptBody {}

    // ---- where and how

    record OnDialect(
            List<Name> dialects, Block then, @Nullable Block otherwise, Span span) implements Statement {
        public OnDialect {
            dialects = List.copyOf(dialects);
        }
    }

    record OutsideTransaction(Block block, Span span) implements Statement {}

    record Require(Value.Expression condition, @Nullable Text message, Span span) implements Statement {}
}
