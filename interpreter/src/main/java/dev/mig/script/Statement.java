package dev.mig.script;

import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RowFile;
import dev.mig.model.RowWork;
import dev.mig.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One statement of a script, with its position in the source. */
public sealed interface Statement {
    /** In a few words, for progress and the journal: {@code create table orders}. */
    String what();

    Span span();

    /** As a person would run it by hand; never a {@code ?} for a value. */
    String literal(SqlStyle style);

    /**
     * Whether it only reads or changes rows, so that on every database it can commit together with the journal's word of
     * it, and nobody ever has to ask how it ended.
     */
    default boolean isAboutRows() {
        return switch (this) {
            case Execute it -> it.effect() == Effect.ROWS;
            case Require it -> true;
            case Load it -> true;
            case Run it -> true;
            case Batched it -> false;
            case Restated it -> false;
        };
    }

    /** What a statement does to the transaction that it stands in. */
    enum Effect {
        /** It reads or changes rows: a rollback takes it back on every database. */
        ROWS,
        /** It changes structure, or nobody can tell. */
        STRUCTURE
    }

    /**
     * How the catalogue tells what became of a statement that no transaction holds.
     *
     * @param query gives no row where the object is not there, else one that says whether it is whole
     * @param makes whether the statement makes the object, else it takes it away
     * @param cleanup takes away an object that is there and not whole, before the statement is sent
     */
    record Proof(String query, boolean makes, String cleanup) {}

    /**
     * One statement of SQL.
     *
     * @param proof null where nothing can tell whether it was finished
     */
    record Execute(
            BoundSql sql,
            Effect effect,
            String what,
            Span span,
            @Nullable Proof proof) implements Statement {
        public Execute(BoundSql sql, Effect effect, String what, Span span) {
            this(sql, effect, what, span, null);
        }

        @Override
        public String literal(SqlStyle style) {
            return sql.literal(style);
        }
    }

    /**
     * Statements that are completed by what the database says when they are due.
     *
     * @param told what the replayed schema says in its place; null where it does not know enough, so that only the
     *     database can
     */
    record Restated(Restatement how, @Nullable SqliteMaster told, String what, Span span) implements Statement {
        /** As the replayed schema completes them; empty where only the database can. */
        Optional<List<String>> known() {
            return Optional.ofNullable(told).map(how::statements);
        }

        @Override
        public String literal(SqlStyle style) {
            return known().map(it -> it.isEmpty() ? "-- " + what + ": nothing changes" : String.join(";\n", it))
                    .orElse("-- " + what + ": made of what the database has then");
        }
    }

    /**
     * A condition that must hold before anything after it runs.
     *
     * @param query gives one row with one number: 1 where the condition is true
     * @param message the author's words for the case that it is not
     */
    record Require(String query, String condition, @Nullable String message, Span span) implements Statement {
        @Override
        public String what() {
            return "require " + condition;
        }

        @Override
        public String literal(SqlStyle style) {
            return query;
        }
    }

    /**
     * The rows of a file beside the migration.
     *
     * @param table as SQL spells it
     * @param columns empty where the header line of the file gives them; it always has one
     * @param known the columns of the table, as far as the replayed schema tells
     */
    record Load(String table, List<Column> columns, List<Column> known, RowFile file, String what, Span span)
            implements Statement {
        public Load {
            columns = List.copyOf(columns);
            known = List.copyOf(known);
        }

        /**
         * A column.
         *
         * @param placeholder what stands for its value in the statement that inserts a row
         * @param form what becomes of the text that the file gives for it
         */
        public record Column(Identifier name, String placeholder, TextConversion form) {}

        @Override
        public String literal(SqlStyle style) {
            String names = columns.isEmpty()
                    ? "…"
                    : style.quoted(columns.stream().map(Column::name).toList());
            return "insert into " + table + " (" + names + ") values … -- every row of " + file.name();
        }
    }

    /**
     * A change of rows in key order, one committed batch at a time.
     *
     * @param head up to the condition: {@code update t set a = 1}, {@code delete from t}
     * @param where with its brackets; null for all rows
     * @param key empty where nobody knows the table before the database is asked: its primary key then
     * @param size rows a batch
     */
    record Batched(
            BoundSql head,
            QualifiedIdentifier table,
            @Nullable String where,
            List<Identifier> key,
            int size,
            long pauseMillis,
            String what,
            Span span)
            implements Statement {
        public Batched {
            key = List.copyOf(key);
        }

        public Batched by(List<Identifier> columns) {
            return new Batched(head, table, where, columns, size, pauseMillis, what, span);
        }

        @Override
        public String literal(SqlStyle style) {
            return head.literal(style) + (where == null ? "" : " where " + where) + " -- in batches of " + size;
        }
    }

    /** What only a script can do: it is called with the database before it. */
    record Run(RowWork work, String what, Span span) implements Statement {
        @Override
        public String literal(SqlStyle style) {
            return "-- op.run of " + span.location();
        }
    }
}
