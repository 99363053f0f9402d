package dev.mig.script;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.EnumType;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RawSql;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.model.View;
import dev.mig.source.Code;
import dev.mig.syntax.tree.Statement.Renamed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What SQLite does in its own way: most changes of a table are the table made anew.
 *
 * <p>What a table made anew looks like cannot be settled while a plan is compiled: an earlier revision may have made a
 * trigger by raw SQL, the table may be older than all revisions, and its text may say things for which this program has
 * no words. So the script holds a {@link Statement.Restated}: the runner completes it from the schema table at the moment
 * of running, and the replayed schema completes it where it is shown, kept or written for offline use. Both go through
 * {@link SqliteRebuild}.
 *
 * <p>Written for SQLite 3.35 and later.
 */
final class SqliteDialect implements Dialect {
    static final SqliteDialect INSTANCE = new SqliteDialect();

    private static final String NO_SCHEMAS = "name the table without one: another database file is another URL";

    private final SqlStyle style = SqliteStyle.STYLE;
    private final StandardSql standard = new StandardSql(style);

    private SqliteDialect() {}

    @Override
    public SqlStyle style() {
        return style;
    }

    @Override
    public void write(Operation operation, SchemaModel before, Drafts drafts) {
        refuseSchemas(operation, drafts);
        switch (operation) {
            case Operation.CreateTable it -> new SqliteTableSql(style, drafts).create(it);
            case Operation.DropTable it -> dropTable(it, before, drafts);
            case Operation.AlterTable it -> alter(it.table(), it.changes(), before, drafts);
            case Operation.RenameIndex it ->
                drafts.restated(
                        new SqliteIndexRename(
                                it.name().name(), new Spelling(style, drafts).newName(it.to()), style, it.span()),
                        SqliteModel.ofIndex(before, it.name(), style).orElse(null));

            // An enum is a condition of each column.
            case Operation.CreateEnum it -> {}
            case Operation.DropType it -> {}
            case Operation.AddEnumValue it -> addValue(it, before, drafts);
            case Operation.RenameEnumValue it -> renameValue(it, before, drafts);
            case Operation.RenameOther it when it.kind() == Renamed.TYPE -> {}

            case Operation.RenameOther it when it.kind() == Renamed.VIEW -> renameView(it, before, drafts);
            case Operation.RenameOther it when it.kind() == Renamed.SEQUENCE -> refuseSequence(drafts);
            case Operation.CreateView it when it.orReplace() -> replaceView(it, before, drafts);

            case Operation.CreateSequence it -> refuseSequence(drafts);
            case Operation.DropSequence it -> refuseSequence(drafts);
            case Operation.CreateSchema it -> drafts.refuse("schemas", NO_SCHEMAS);
            case Operation.DropSchema it -> drafts.refuse("schemas", NO_SCHEMAS);
            case Operation.RenameOther it when it.kind() == Renamed.SCHEMA -> drafts.refuse("schemas", NO_SCHEMAS);

            case Operation.ExecuteScript it -> script(it, drafts);
            case Operation.Insert it -> insert(it, before, drafts);
            case Operation.Update it -> update(it, before, drafts);
            default -> standard.write(operation, before, drafts, this);
        }
    }

    private void alter(QualifiedIdentifier table, List<TableChange> changes, SchemaModel before, Drafts drafts) {
        new SqliteAlteration(table, before, style, drafts).write(changes);
    }

    // ---- what SQLite lacks

    private static void refuseSequence(Drafts drafts) {
        drafts.refuse("sequences", "number the rows by an identity, or keep the next number in a table");
    }

    private static void refuseSchemas(Operation operation, Drafts drafts) {
        QualifiedIdentifier name = switch (operation) {
            case Operation.CreateTable it -> it.table().name();
            case Operation.DropTable it -> it.table();
            case Operation.RenameTable it -> it.table();
            case Operation.AlterTable it -> it.table();
            case Operation.CreateIndex it -> it.table();
            case Operation.DropIndex it -> it.name();
            case Operation.RenameIndex it -> it.name();
            case Operation.CreateView it -> it.name();
            case Operation.DropView it -> it.name();
            case Operation.Insert it -> it.table();
            case Operation.InsertSelect it -> it.table();
            case Operation.Update it -> it.table();
            case Operation.Delete it -> it.table();
            case Operation.Load it -> it.table();
            default -> null;
        };
        if (name != null && name.schema() != null) {
            drafts.refuse("schemas", NO_SCHEMAS);
        }
    }

    // ---- tables

    private void dropTable(Operation.DropTable it, SchemaModel before, Drafts drafts) {
        SchemaModel now = before;
        if (it.cascade()) {
            for (Table table : before.tablesReferencing(it.table())) {
                if (!style.folding().same(table.name(), it.table())) {
                    List<TableChange> changes = table.foreignKeys().stream()
                            .filter(key -> style.folding().same(key.target(), it.table()))
                            .<TableChange>map(key -> new TableChange.DropConstraint(key.name(), false, key, it.span()))
                            .toList();
                    alter(table.name(), changes, now, drafts);
                    now = now.apply(new Operation.AlterTable(table.name(), changes, it.span()));
                }
            }
            for (View view : before.views()) {
                if (RawSql.names(view.query(), style.folding())
                        .contains(style.folding().key(it.table().name()))) {
                    drafts.structure("drop view " + style.quoted(view.name()));
                }
            }
        }
        Restatement drop = new SqliteTableDrop(it.table().name(), it.ifExists(), style, it.span());
        drafts.restated(drop, new SqliteMaster(List.of(), List.of(), false));
    }

    // ---- views

    private void renameView(Operation.RenameOther it, SchemaModel before, Drafts drafts) {
        drafts.restated(
                new SqliteViewRestatement(
                        it.name().name(), new Spelling(style, drafts).newName(it.to()), null, style, it.span()),
                SqliteModel.ofView(before, it.name(), style).orElse(null));
    }

    private void replaceView(Operation.CreateView it, SchemaModel before, Drafts drafts) {
        String query = SqliteModel.text(new View(it.name(), it.query(), false, List.of()), style);
        drafts.restated(
                new SqliteViewRestatement(it.name().name(), null, query, style, it.span()),
                SqliteModel.ofView(before, it.name(), style).orElse(new SqliteMaster(List.of(), List.of(), false)));
    }

    // ---- enums

    private void addValue(Operation.AddEnumValue it, SchemaModel before, Drafts drafts) {
        retype(it.type(), it, before, drafts, UnaryOperator.identity());
    }

    private void renameValue(Operation.RenameEnumValue it, SchemaModel before, Drafts drafts) {
        retype(it.type(), it, before, drafts, value -> value.equals(it.value()) ? it.to() : value);
    }

    /** Every column of the type gets the condition that it has afterwards, and the values that go with it. */
    private void retype(
            QualifiedIdentifier type,
            Operation operation,
            SchemaModel before,
            Drafts drafts,
            UnaryOperator<String> renamed) {
        EnumType after = before.apply(operation).enumType(type).known().orElse(null);
        if (after == null) {
            drafts.refuse(
                    Code.NEEDS_SCHEMA,
                    "SQLite writes the values of type \"" + type
                            + "\" into every column, and which values and columns those are is not known",
                    "give the columns their type anew: alter table T alter column C type N");
            return;
        }
        for (Table table : before.tablesWithType(type)) {
            List<TableChange> changes = new ArrayList<>();
            for (Column column : table.columns()) {
                if (column.type() instanceof ColumnType.Enum old
                        && style.folding().same(old.name(), type)) {
                    changes.add(new TableChange.SetType(
                            column.name(),
                            new ColumnType.Enum(old.name(), after.values()),
                            using(column.name(), old.values(), renamed),
                            null,
                            operation.span()));
                    if (column.defaultValue() instanceof SqlValue.Text(String text)
                            && !renamed.apply(text).equals(text)) {
                        changes.add(new TableChange.SetDefault(
                                column.name(), new SqlValue.Text(renamed.apply(text)), operation.span()));
                    }
                }
            }
            alter(table.name(), changes, before, drafts);
        }
    }

    private @Nullable String using(Identifier column, List<String> values, UnaryOperator<String> renamed) {
        String name = style.quoted(column);
        for (String value : values) {
            String to = renamed.apply(value);
            if (!to.equals(value)) {
                return "(case " + name + " when " + standard.string(value) + " then " + standard.string(to) + " else "
                        + name + " end)";
            }
        }
        return null;
    }

    // ---- scripts

    /** Among them are ways back that were kept as text, with rebuilds in them. */
    private void script(Operation.ExecuteScript it, Drafts drafts) {
        List<SqlSplitter.Piece> pieces = SqlSplitter.split(it.script(), style.lexicon());
        int at = 0;
        boolean going = true;
        while (going && at < pieces.size()) {
            SqlSplitter.Piece piece = pieces.get(at);
            Optional<SqliteKeptRebuild> rebuild = piece.sql().equals(SqliteKeptRebuild.FIRST)
                    ? SqliteKeptRebuild.at(pieces.subList(at, pieces.size()).stream()
                            .map(SqlSplitter.Piece::sql)
                            .toList())
                    : Optional.empty();
            if (rebuild.isPresent()) {
                drafts.at(piece.span());
                drafts.restated(rebuild.get(), null);
                at += rebuild.get().rebuild().size();
            } else {
                going = standard.piece(piece, drafts);
                at++;
            }
        }
    }

    // ---- rows

    /** SQLite has no word for a column's default: such a column is left out, together with the rows that want it so. */
    private void insert(Operation.Insert it, SchemaModel before, Drafts drafts) {
        int at = 0;
        while (at < it.rows().size()) {
            List<Integer> given = given(it.rows().get(at));
            int end = at + 1;
            while (end < it.rows().size() && given(it.rows().get(end)).equals(given)) {
                end++;
            }
            List<List<SqlValue>> rows = it.rows().subList(at, end).stream()
                    .map(row -> given.stream().map(row::get).toList())
                    .toList();
            if (given.isEmpty()) {
                rows.forEach(row -> drafts.rows(BoundSql.of(
                        "insert into " + new Spelling(style, drafts).name(it.table()) + " default values")));
            } else {
                List<Identifier> columns = given.stream().map(it.columns()::get).toList();
                standard.write(
                        new Operation.Insert(it.table(), columns, rows, it.reverse(), it.span()), before, drafts, this);
            }
            at = end;
        }
    }

    private static List<Integer> given(List<SqlValue> row) {
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (!(row.get(i) instanceof SqlValue.Default)) {
                given.add(i);
            }
        }
        return given;
    }

    private void update(Operation.Update it, SchemaModel before, Drafts drafts) {
        List<Operation.Assignment> assignments = it.assignments().stream()
                .map(assignment -> assignment.value() instanceof SqlValue.Default
                        ? new Operation.Assignment(
                                assignment.column(), defaultOf(it.table(), assignment.column(), before, drafts))
                        : assignment)
                .toList();
        standard.write(
                new Operation.Update(it.table(), assignments, it.where(), it.batches(), it.reverse(), it.span()),
                before,
                drafts,
                this);
    }

    private SqlValue defaultOf(QualifiedIdentifier table, Identifier name, SchemaModel before, Drafts drafts) {
        Column column = before.table(table)
                .known()
                .flatMap(it -> it.column(name, style.folding()))
                .orElse(null);
        if (column == null) {
            drafts.refuse(
                    Code.NEEDS_SCHEMA,
                    "SQLite has no word for a column's default, and the one of \"" + name + "\" is not known",
                    "write the value itself");
            return new SqlValue.Null();
        }
        SqlValue value = column.defaultValue();
        return value == null ? new SqlValue.Null() : value;
    }
}
