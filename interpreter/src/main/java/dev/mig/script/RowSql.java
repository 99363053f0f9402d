package dev.mig.script;

import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes of rows: values are bound, SQL expressions are kept. */
final class RowSql {
    private final SqlStyle style;
    private final Spelling spelling;
    private final Drafts drafts;
    private final SchemaModel before;

    RowSql(SqlStyle style, Spelling spelling, Drafts drafts, SchemaModel before) {
        this.style = style;
        this.spelling = spelling;
        this.drafts = drafts;
        this.before = before;
    }

    /** In as few statements as the limit on parameters allows. */
    void insert(Operation.Insert it) {
        List<@Nullable ColumnType> types = new ArrayList<>();
        for (Identifier column : it.columns()) {
            types.add(spelling.typeOf(before, it.table(), column));
        }
        int most = Math.max(1, style.mostParameters() / Math.max(1, it.columns().size()));
        for (int from = 0; from < it.rows().size(); from += most) {
            List<List<SqlValue>> rows =
                    it.rows().subList(from, Math.min(it.rows().size(), from + most));
            BoundSql.Builder sql = new BoundSql.Builder()
                    .sql("insert into " + spelling.name(it.table()) + " (" + spelling.names(it.columns()) + ") values");
            String separator = rows.size() == 1 ? " " : "\n  ";
            for (List<SqlValue> row : rows) {
                sql.sql(separator).sql("(");
                for (int i = 0; i < row.size(); i++) {
                    sql.sql(i == 0 ? "" : ", ");
                    spelling.value(sql, row.get(i), types.get(i));
                }
                sql.sql(")");
                separator = ",\n  ";
            }
            drafts.rows(sql.build());
        }
    }

    void insertSelect(Operation.InsertSelect it) {
        drafts.rows(BoundSql.of(
                "insert into " + spelling.name(it.table()) + " (" + spelling.names(it.columns()) + ")\n" + it.query()));
    }

    void update(Operation.Update it) {
        BoundSql.Builder sql = new BoundSql.Builder().sql("update " + spelling.name(it.table()) + " set ");
        String comma = "";
        for (Operation.Assignment assignment : it.assignments()) {
            sql.sql(comma).sql(spelling.name(assignment.column())).sql(" = ");
            spelling.value(sql, assignment.value(), spelling.typeOf(before, it.table(), assignment.column()));
            comma = ", ";
        }
        List<Identifier> changed =
                it.assignments().stream().map(Operation.Assignment::column).toList();
        write(sql.build(), it.table(), it.where(), it.batches(), changed);
    }

    void delete(Operation.Delete it) {
        write(BoundSql.of("delete from " + spelling.name(it.table())), it.table(), it.where(), it.batches(), List.of());
    }

    /** In as few statements as the limit on parameters allows. */
    void deleteRows(Operation.DeleteRows it) {
        int most = Math.max(1, style.mostParameters() / Math.max(1, it.key().size()));
        for (int from = 0; from < it.rows().size(); from += most) {
            BoundSql.Builder sql = new BoundSql.Builder().sql("delete from " + spelling.name(it.table()) + " where ");
            String or = "";
            for (List<SqlValue> row : it.rows().subList(from, Math.min(it.rows().size(), from + most))) {
                sql.sql(or);
                for (int i = 0; i < row.size(); i++) {
                    Identifier column = it.key().get(i);
                    sql.sql((i == 0 ? "(" : " and ") + spelling.name(column) + " = ");
                    spelling.value(sql, compared(row.get(i), spelling.typeOf(before, it.table(), column)), null);
                }
                sql.sql(")");
                or = " or ";
            }
            drafts.rows(sql.build());
        }
    }

    /** Compared with a number, a column of text is read as numbers, and not every text is one. */
    private static SqlValue compared(SqlValue value, @Nullable ColumnType type) {
        boolean text =
                type == ColumnType.Plain.TEXT || type instanceof ColumnType.Varchar || type instanceof ColumnType.Char;
        return text && value instanceof SqlValue.Number(String written) ? new SqlValue.Text(written) : value;
    }

    void load(Operation.Load it) {
        List<Statement.Load.Column> columns = new ArrayList<>();
        for (Identifier column : it.columns()) {
            columns.add(column(it.table(), column));
        }
        // What the header line will name is not known yet: what a column of JSON wants, however, is.
        drafts.add(new Statement.Load(
                spelling.name(it.table()),
                columns,
                before.table(it.table()).known().map(this::columns).orElse(List.of()),
                it.file(),
                drafts.what(),
                it.span()));
    }

    private List<Statement.Load.Column> columns(Table table) {
        return table.columns().stream()
                .map(it -> spelling.loaded(it.name(), it.type()))
                .toList();
    }

    private Statement.Load.Column column(QualifiedIdentifier table, Identifier column) {
        return spelling.loaded(column, spelling.typeOf(before, table, column));
    }

    private void write(
            BoundSql head,
            QualifiedIdentifier table,
            @Nullable String where,
            Operation.@Nullable Batches batches,
            List<Identifier> changed) {
        if (batches == null) {
            drafts.rows(new BoundSql.Builder()
                    .append(head)
                    .sql(where == null ? "" : " where " + where)
                    .build());
            return;
        }
        List<Identifier> key = key(table, batches.by());
        for (Identifier column : key) {
            if (changed.stream().anyMatch(it -> same(it, column))) {
                drafts.refuse(
                        Code.BATCH_KEY,
                        "the batches go by \"" + column + "\", which the update changes",
                        "go by another column: by C batch " + batches.size());
            }
        }
        drafts.outside(() -> drafts.add(new Statement.Batched(
                head, table, where, key, batches.size(), batches.pauseMillis(), drafts.what(), drafts.span())));
    }

    private List<Identifier> key(QualifiedIdentifier table, @Nullable Identifier by) {
        if (by != null) {
            return List.of(by);
        }
        Optional<Table> known = before.table(table).known();
        if (known.isEmpty()) {
            return List.of();
        }
        for (Constraint constraint : known.get().constraints()) {
            if (constraint instanceof Constraint.PrimaryKey(Identifier name, List<Identifier> columns)) {
                return columns;
            }
        }
        drafts.refuse(
                Code.BATCH_KEY,
                "batches need an order, and table \"" + table + "\" has no primary key",
                "name a column: by C batch N");
        return List.of();
    }

    private boolean same(Identifier one, Identifier other) {
        return style.folding().key(one).equals(style.folding().key(other));
    }
}
