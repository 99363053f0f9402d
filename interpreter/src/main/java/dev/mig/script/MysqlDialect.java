package dev.mig.script;

import dev.mig.model.Column;
import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RawSql;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.model.View;
import dev.mig.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What MySQL and MariaDB do in their own way: columns are restated whole, comments stand where the thing is made,
 * indexes belong to their table, an enum stands in its columns, a schema is a database.
 *
 * <p>The two do things in the same order; what only one of them has is a feature of its style.
 */
final class MysqlDialect implements Dialect {
    static final MysqlDialect MYSQL = new MysqlDialect(MysqlStyle.MYSQL);
    static final MysqlDialect MARIADB = new MysqlDialect(MysqlStyle.MARIADB);

    private final SqlStyle style;
    private final StandardSql standard;

    private MysqlDialect(SqlStyle style) {
        this.style = style;
        this.standard = new StandardSql(style);
    }

    @Override
    public SqlStyle style() {
        return style;
    }

    @Override
    public void write(Operation operation, SchemaModel before, Drafts drafts) {
        new Writing(before, drafts).write(operation);
    }

    /** One operation on its way into statements. */
    private final class Writing {
        private final SchemaModel before;
        private final Drafts drafts;
        private final Spelling spelling;
        private final MysqlColumns columns;
        private final MysqlKeys keys;

        Writing(SchemaModel before, Drafts drafts) {
            this.before = before;
            this.drafts = drafts;
            this.spelling = new Spelling(style, drafts);
            this.columns = new MysqlColumns(style, spelling, drafts);
            this.keys = new MysqlKeys(style, spelling, drafts, columns);
        }

        void write(Operation operation) {
            switch (operation) {
                case Operation.CreateTable it -> create(it);
                case Operation.DropTable it -> drop(it);
                case Operation.RenameTable it -> rename(it.table(), it.to());
                case Operation.CommentOnTable it ->
                    drafts.structure("alter table " + spelling.name(it.table()) + " comment = "
                            + style.literals().string(it.comment() == null ? "" : it.comment()));
                case Operation.AlterTable it -> alter(it.table(), it.changes());
                case Operation.CreateIndex it -> createIndex(it);
                case Operation.DropIndex it -> dropIndex(it);
                case Operation.RenameIndex it -> renameIndex(it);
                case Operation.CreateEnum it -> {}
                case Operation.DropType it -> {}
                case Operation.AddEnumValue it -> enums().addValue(it, before);
                case Operation.RenameEnumValue it -> enums().renameValue(it, before);
                case Operation.DropSchema it -> dropSchema(it);
                case Operation.CreateSequence it when !style.has(Feature.SEQUENCE) -> refuseSequence();
                case Operation.DropSequence it when !style.has(Feature.SEQUENCE) -> refuseSequence();
                case Operation.RenameOther it -> rename(it);
                default -> standard.write(operation, before, drafts, MysqlDialect.this);
            }
        }

        // ---- tables

        private void create(Operation.CreateTable operation) {
            Table table = operation.table();
            List<String> lines = new ArrayList<>();
            List<String> options = new ArrayList<>(table.options());
            DefinitionSpans places = DefinitionSpans.in(operation.span());
            for (Column column : table.columns()) {
                drafts.at(places.of(column.name()));
                lines.add(columns.definition(column, table.isNeverNull(column, style.folding())));
                String start = columns.identityStart(column);
                if (!start.isEmpty()) {
                    options.addFirst(start);
                }
            }
            for (Constraint constraint : table.constraints()) {
                drafts.at(places.of(TableSql.placed(constraint)));
                lines.add(keys.definition(constraint, table, before));
            }
            drafts.at(operation.span());
            columns.requireKeyOfIdentity(table);
            if (table.comment() != null) {
                options.add("comment = " + style.literals().string(table.comment()));
            }
            drafts.structure("create table " + StandardSql.ifNotExists(operation.ifNotExists())
                    + spelling.newName(table.name()) + " (\n  " + String.join(",\n  ", lines) + "\n)"
                    + (options.isEmpty() ? "" : " " + String.join(" ", options)));
        }

        /** The keyword cascade has no effect: foreign keys to the table are dropped here. */
        private void drop(Operation.DropTable operation) {
            if (operation.cascade()) {
                for (View view : before.views()) {
                    if (RawSql.names(view.query(), style.folding())
                            .contains(style.folding().key(operation.table().name()))) {
                        drafts.refuse(
                                "\"cascade\" that drops views: \"" + view.name() + "\" mentions table \""
                                        + operation.table() + "\"",
                                "drop the view before: drop view " + view.name());
                    }
                }
                for (Table table : before.tablesReferencing(operation.table())) {
                    if (!style.folding().same(table.name(), operation.table())) {
                        List<TableChange> changes = new ArrayList<>();
                        for (Constraint.ForeignKey key : MysqlKeys.keysTo(table, operation.table(), before)) {
                            changes.add(new TableChange.DropConstraint(key.name(), false, key, operation.span()));
                        }
                        alter(table.name(), changes);
                    }
                }
            }
            drafts.structure(
                    "drop table " + StandardSql.ifExists(operation.ifExists()) + spelling.name(operation.table()));
        }

        private void alter(QualifiedIdentifier table, List<TableChange> changes) {
            MysqlAlteration alteration = new MysqlAlteration(style, spelling, drafts, columns, keys, table, before);
            changes.forEach(alteration::add);
            alteration.end();
        }

        /** A name without a schema would be in the connection's own schema, wherever the table was. */
        private void rename(QualifiedIdentifier table, Identifier to) {
            spelling.newName(to);
            drafts.structure("rename table " + spelling.name(table) + " to " + spelling.name(table.named(to)));
        }

        // ---- indexes

        private void createIndex(Operation.CreateIndex operation) {
            Table table = before.table(operation.table()).known().orElse(null);
            Index index = operation.index();
            if (operation.ifNotExists() && !style.has(Feature.INDEX_IF_NOT_EXISTS)) {
                drafts.refuse(Feature.INDEX_IF_NOT_EXISTS, "leave \"if not exists\" out for this database");
            }
            if (table != null && !IndexSql.isKind(index, style)) {
                List<Identifier> names = index.elements().stream()
                        .flatMap(it -> it.key() instanceof Index.ColumnKey(Identifier column)
                                ? Stream.of(column)
                                : Stream.of())
                        .toList();
                columns.requireNoText(table, names, index.unique());
            }
            List<Index.Element> bracketed = index.elements().stream()
                    .map(it -> new Index.Element(bracketed(it.key()), it.operatorClass(), it.order(), it.nulls()))
                    .toList();
            Index spelled =
                    new Index(index.name(), index.unique(), index.method(), bracketed, index.include(), index.where());
            List<String> superseded = keys.dropSuperseded(
                    table,
                    before.apply(operation).table(operation.table()).known().orElse(null));
            if (superseded.isEmpty()) {
                standard.write(
                        new Operation.CreateIndex(
                                operation.table(),
                                spelled,
                                operation.concurrently(),
                                operation.ifNotExists(),
                                operation.span()),
                        before,
                        drafts,
                        MysqlDialect.this);
            } else {
                addIndex(operation, spelled, superseded);
            }
        }

        /** In one statement with what goes for it. */
        private void addIndex(Operation.CreateIndex operation, Index index, List<String> others) {
            if (operation.concurrently()) {
                drafts.leaveOut(Feature.CONCURRENT_INDEX);
            }
            if (index.method() != null && !IndexSql.isKind(index, style)) {
                drafts.leaveOut(Feature.INDEX_METHOD);
            }
            IndexSql sql = new IndexSql(style, spelling, drafts);
            drafts.structure("alter table " + spelling.name(operation.table()) + " add "
                    + sql.index(index) + StandardSql.ifNotExists(operation.ifNotExists())
                    + spelling.newName(index.name()) + " " + sql.over(index) + ", "
                    + String.join(", ", others));
        }

        private Index.Key bracketed(Index.Key key) {
            return key instanceof Index.ExpressionKey(SqlValue.Call call) && !IndexSql.isPrefix(key)
                    ? new Index.ExpressionKey(
                            new SqlValue.Expression("(" + spelling.name(call.function()) + call.arguments() + ")"))
                    : key;
        }

        private void dropIndex(Operation.DropIndex operation) {
            QualifiedIdentifier on = on(operation.name(), operation.table());
            if (on == null) {
                return;
            }
            if (operation.concurrently()) {
                drafts.leaveOut(Feature.CONCURRENT_INDEX);
            }
            if (operation.ifExists() && !style.has(Feature.PART_IF_EXISTS)) {
                drafts.refuse(Feature.PART_IF_EXISTS, "leave \"if exists\" out for this database");
            }
            Table table = before.table(on).known().orElse(null);
            Index index = table == null
                    ? null
                    : table.index(operation.name().name(), style.folding()).orElse(null);
            List<String> actions = table == null || index == null
                    ? List.of("drop index " + StandardSql.ifExists(operation.ifExists())
                            + spelling.name(operation.name().name()))
                    : keys.dropIndex(index, operation.ifExists(), table);
            drafts.structure("alter table " + spelling.name(on) + " " + String.join(", ", actions));
        }

        private void renameIndex(Operation.RenameIndex operation) {
            QualifiedIdentifier on = on(operation.name(), operation.table());
            if (on != null) {
                drafts.structure("alter table " + spelling.name(on) + " rename index "
                        + spelling.name(operation.name().name()) + " to " + spelling.newName(operation.to()));
            }
        }

        private @Nullable QualifiedIdentifier on(QualifiedIdentifier index, @Nullable QualifiedIdentifier said) {
            if (said != null) {
                return said;
            }
            List<SchemaModel.IndexPlace> places = before.indexes(index);
            if (places.size() == 1) {
                return places.getFirst().on();
            }
            drafts.refuse(
                    Code.NEEDS_SCHEMA,
                    "an index of " + style.name() + " belongs to its table, and which table \"" + index + "\" is on is"
                            + " not known",
                    "name the table: index " + index + " on T");
            return null;
        }

        // ---- the rest

        private MysqlEnums enums() {
            return new MysqlEnums(style, spelling, drafts, columns);
        }

        /** A schema is a database here, and is dropped with its contents. */
        private void dropSchema(Operation.DropSchema it) {
            if (!it.cascade()) {
                drafts.add(new Statement.Require(
                        "select case when not exists (select 1 from information_schema.tables where table_schema = "
                                + style.literals().string(it.name().text()) + ") then 1 else 0 end",
                        "(schema " + it.name() + " is empty)",
                        "schema \"" + it.name() + "\" is not empty, and " + style.name()
                                + " would drop all that is in it: drop schema " + it.name() + " cascade",
                        it.span()));
            }
            drafts.structure("drop schema " + StandardSql.ifExists(it.ifExists()) + spelling.name(it.name()));
        }

        private void refuseSequence() {
            drafts.refuse(Feature.SEQUENCE, "use an identity, or a table of one row");
        }

        private void rename(Operation.RenameOther it) {
            switch (it.kind()) {
                case VIEW -> rename(it.name(), it.to());
                case SEQUENCE -> {
                    if (style.has(Feature.SEQUENCE)) {
                        rename(it.name(), it.to());
                    } else {
                        refuseSequence();
                    }
                }
                case TYPE -> {}
                case SCHEMA ->
                    drafts.refuse(
                            "way to rename a schema",
                            "create schema " + it.to() + ", and move the tables: alter table … set schema " + it.to());
            }
        }
    }
}
