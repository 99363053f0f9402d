package dev.mig.script;

import dev.mig.model.Column;
import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RawSql;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Code;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Combines the changes of one table into as few ALTER TABLE statements as possible, since each may copy the table. A
 * column that changes again before it is sent takes its latest form.
 */
final class MysqlAlteration {
    private final SqlStyle style;
    private final Spelling spelling;
    private final Drafts drafts;
    private final MysqlColumns columns;
    private final MysqlKeys keys;
    private final Folding folding;

    private final MysqlObstacles obstacles;
    private final MysqlActions actions;
    /** The last change after which an identity could be without its key. */
    private @Nullable Span aboutKeys;

    private QualifiedIdentifier name;
    private SchemaModel now;

    MysqlAlteration(
            SqlStyle style,
            Spelling spelling,
            Drafts drafts,
            MysqlColumns columns,
            MysqlKeys keys,
            QualifiedIdentifier name,
            SchemaModel before) {
        this.style = style;
        this.spelling = spelling;
        this.drafts = drafts;
        this.columns = columns;
        this.keys = keys;
        this.folding = style.folding();
        this.obstacles = new MysqlObstacles(style, spelling, drafts, columns);
        this.actions = new MysqlActions(drafts, folding, spelling.name(name));
        this.name = name;
        this.now = before;
    }

    void add(TableChange change) {
        SchemaModel after = now.apply(new Operation.AlterTable(name, List.of(change), change.span()));
        Table table = now.table(name).known().orElse(null);
        Table tableAfter = after.table(name).known().orElse(null);
        drafts.at(change.span());
        switch (change) {
            case TableChange.AddColumn(Column column, var span) -> {
                if (column.identity() != null) {
                    aboutKeys = span;
                }
                actions.touch("column", column.name());
                boolean neverNull = tableAfter != null && tableAfter.isNeverNull(column, folding);
                actions.put("add column " + columns.definition(column, neverNull));
                String start = columns.identityStart(column);
                if (!start.isEmpty()) {
                    actions.put(start);
                }
            }
            case TableChange.DropColumn it -> dropColumn(it, table);
            case TableChange.RenameColumn it -> renameColumn(it, table, tableAfter);
            case TableChange.SetType it
            when it.using() != null -> {
                actions.send();
                convert(it, it.using(), table, tableAfter);
            }
            case TableChange.SetType it -> {
                if (table != null) {
                    obstacles.toAnotherType(it, table, now);
                }
                modify(it.column(), tableAfter, "");
            }
            case TableChange.SetNotNull it when !it.notNull() && isNeverNull(it.column(), tableAfter) -> {}
            case TableChange.SetNotNull it -> modify(it.column(), tableAfter, "");
            case TableChange.SetComment it -> modify(it.column(), tableAfter, "");
            case TableChange.SetIdentity it -> {
                Column.Identity identity = it.identity();
                aboutKeys = identity == null ? aboutKeys : it.span();
                modify(
                        it.column(),
                        tableAfter,
                        identity == null || identity.start() == null ? "" : "auto_increment = " + identity.start());
            }
            case TableChange.SetDefault it -> setDefault(it, tableAfter);
            case TableChange.AddConstraint it -> {
                if (it.notValid()) {
                    refuseNotValid();
                }
                if (it.constraint() instanceof Constraint.ForeignKey) {
                    actions.addsForeignKey();
                }
                List<String> superseded = keys.dropSuperseded(table, tableAfter);
                if (!superseded.isEmpty()) {
                    // The foreign key and its index must exist by then.
                    actions.send();
                }
                actions.touch("constraint", it.constraint().name());
                actions.put("add " + keys.definition(it.constraint(), tableAfter, after));
                actions.putAll(superseded);
            }
            case TableChange.DropConstraint it -> dropConstraint(it, table);
            case TableChange.ValidateConstraint it -> refuseNotValid();
            case TableChange.RenameConstraint it -> renameConstraint(it, table, after);
            case TableChange.SetSchema it -> {
                actions.send();
                QualifiedIdentifier to = new QualifiedIdentifier(it.schema(), name.name());
                drafts.structure("rename table " + spelling.name(name) + " to " + spelling.name(to));
                name = to;
                actions.renamed(spelling.name(to));
            }
        }
        now = after;
    }

    /** The remaining changes. Only the final state of the table shows whether an identity has its key. */
    void end() {
        actions.send();
        Table table = now.table(name).known().orElse(null);
        if (aboutKeys != null && table != null) {
            drafts.at(aboutKeys);
            columns.requireKeyOfIdentity(table);
        }
    }

    // ---- columns

    /** @param option of the table, sent along; empty for none */
    private void modify(Identifier column, @Nullable Table after, String option) {
        Optional<Column> known = column(column, after);
        if (after == null || known.isEmpty()) {
            drafts.refuse(
                    Code.NEEDS_SCHEMA,
                    style.name() + " restates the whole of column \"" + column + "\" for this, and what else it is"
                            + " is not known",
                    "say what the raw SQL before it did: touches { … }",
                    "or restate it yourself: sql \"\"\" alter table " + name + " modify column " + column
                            + " … \"\"\"");
            return;
        }
        String key = "modify " + folding.key(column);
        if (!actions.has(key)) {
            actions.touch("column", column);
        }
        actions.put(key, "modify column " + columns.definition(known.get(), after.isNeverNull(known.get(), folding)));
        if (!option.isEmpty()) {
            actions.put(option);
        }
        if (MysqlColumns.isText(known.get().type())) {
            obstacles.toText(column, after);
        }
    }

    private void setDefault(TableChange.SetDefault change, @Nullable Table after) {
        Optional<Column> known = column(change.column(), after);
        if (actions.has("modify " + folding.key(change.column()))) {
            modify(change.column(), after, "");
        } else if (change.value() != null) {
            actions.touch("column", change.column());
            String value =
                    columns.defaultValue(change.value(), known.map(Column::type).orElse(null));
            // Of the words only a literal stands here without brackets.
            actions.put("alter column " + spelling.name(change.column()) + " set default "
                    + (value.startsWith("current_timestamp") ? "(" + value + ")" : value));
        } else {
            // Dropped from a column that takes nulls, the default would be an error and not null.
            modify(change.column(), after, "");
        }
    }

    private boolean isNeverNull(Identifier column, @Nullable Table table) {
        return table != null
                && column(column, table)
                        .filter(it -> table.isNeverNull(it, folding))
                        .isPresent();
    }

    private Optional<Column> column(Identifier column, @Nullable Table table) {
        return table == null ? Optional.empty() : table.column(column, folding);
    }

    /** A composite key would remain as another key without the dropped column. */
    private void dropColumn(TableChange.DropColumn change, @Nullable Table table) {
        aboutKeys = change.span();
        actions.touch("column", change.column());
        if (table != null) {
            Table without = table;
            // Foreign keys first: without the key, its index is not needed any more.
            List<Constraint> constraints = Stream.concat(
                            table.foreignKeys().stream(),
                            table.constraints().stream().filter(it -> !(it instanceof Constraint.ForeignKey)))
                    .toList();
            for (Constraint constraint : constraints) {
                if (table.uses(constraint, change.column(), folding)) {
                    actions.putAll(keys.drop(constraint.name(), false, constraint, without));
                    without = without.withConstraints(without.constraints().stream()
                            .filter(it -> !it.equals(constraint))
                            .toList());
                    if (constraint instanceof Constraint.ForeignKey) {
                        actions.dropsForeignKey();
                    }
                }
            }
            for (Index index : table.indexes()) {
                if (table.uses(index, change.column(), folding)) {
                    actions.putAll(keys.dropIndex(index, false, without));
                    without = without.withIndexes(without.indexes().stream()
                            .filter(it -> !it.equals(index))
                            .toList());
                }
            }
        }
        if (change.ifExists() && !style.has(Feature.PART_IF_EXISTS)) {
            drafts.refuse(Feature.PART_IF_EXISTS, "leave \"if exists\" out for this database");
        }
        actions.put("drop column " + StandardSql.ifExists(change.ifExists()) + spelling.name(change.column()));
    }

    /** MariaDB updates references to the column; MySQL refuses, unless they are dropped temporarily. */
    private void renameColumn(TableChange.RenameColumn change, @Nullable Table table, @Nullable Table after) {
        actions.send();
        List<String> back = new ArrayList<>();
        if (table != null && after != null && !style.has(Feature.RENAME_FOLLOWED)) {
            obstacles.toRename(change.column(), table);
            List<String> aside = new ArrayList<>();
            for (Constraint constraint : table.constraints()) {
                if (constraint instanceof Constraint.Check it
                        && RawSql.names(it.condition(), folding).contains(folding.key(change.column()))) {
                    aside.add("drop constraint " + spelling.name(it.name()));
                    after.constraint(it.name(), folding)
                            .ifPresent(renamed -> back.add("add " + keys.definition(renamed, after, now)));
                }
            }
            actions.putAll(aside);
            actions.send();
        }
        actions.put("rename column " + spelling.name(change.column()) + " to " + spelling.newName(change.to()));
        actions.send();
        actions.putAll(back);
        actions.send();
    }

    /** The new values are computed in a second column, which then replaces the old one in one step. */
    private void convert(TableChange.SetType change, String using, @Nullable Table table, @Nullable Table after) {
        Column wanted = column(change.column(), after).orElse(null);
        if (table == null || after == null || wanted == null) {
            modify(change.column(), null, "");
            return;
        }
        obstacles.toAnotherType(change, table, now);
        Identifier next = new Identifier(
                change.column().text() + "_mig_new", change.column().quoted());
        Column nullable = new Column(next, wanted.type(), false, null, null, null, null, wanted.collation());
        drafts.structure("alter table " + spelling.name(name) + " add column " + columns.definition(nullable, false)
                + " after " + spelling.name(change.column()));
        drafts.rows(BoundSql.of("update " + spelling.name(name) + " set " + spelling.name(next) + " = " + using));
        List<String> swap = new ArrayList<>();
        List<String> back = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (table.uses(constraint, change.column(), folding)) {
                swap.addAll(keys.drop(constraint.name(), false, constraint, null));
                back.add("add " + keys.definition(constraint, after, now));
            }
        }
        for (Index index : table.indexes()) {
            if (table.uses(index, change.column(), folding)) {
                swap.add("drop index " + spelling.name(index.name()));
                back.add("add " + keys.definition(index));
            }
        }
        swap.add("drop column " + spelling.name(change.column()));
        swap.add("change column " + spelling.name(next) + " "
                + columns.definition(wanted, after.isNeverNull(wanted, folding)));
        swap.addAll(back);
        drafts.structure("alter table " + spelling.name(name) + " " + String.join(", ", swap));
    }

    // ---- constraints

    private void dropConstraint(TableChange.DropConstraint change, @Nullable Table table) {
        aboutKeys = change.span();
        Constraint constraint = change.dropped() != null
                ? change.dropped()
                : table == null
                        ? null
                        : table.constraint(change.name(), folding).orElse(null);
        actions.touch("constraint", change.name());
        if (constraint == null && folding.key(change.name()).equals("pk_" + folding.key(name.name()))) {
            // By the fixed rule it is the primary key, which has no name of its own here.
            actions.put("drop primary key");
            return;
        }
        List<String> drops = keys.drop(change.name(), change.ifExists(), constraint, table);
        if (constraint instanceof Constraint.ForeignKey key) {
            actions.dropsForeignKey();
            // No index can replace one dropped in the same ALTER if the foreign key is dropped as well.
            boolean standIn = actions.takeBack(keys.standIn(key));
            actions.putAll(standIn ? drops.subList(0, 1) : drops);
        } else {
            actions.putAll(drops);
        }
    }

    /** Only indexes can be renamed; other constraints are dropped and added again. */
    private void renameConstraint(TableChange.RenameConstraint change, @Nullable Table table, SchemaModel after) {
        actions.send();
        Constraint constraint =
                table == null ? null : table.constraint(change.name(), folding).orElse(null);
        String to = spelling.newName(change.to());
        switch (constraint) {
            case null ->
                drafts.refuse(
                        Code.NEEDS_SCHEMA,
                        style.name() + " makes constraint \"" + change.name() + "\" anew to rename it, and how it is"
                                + " made is not known",
                        "drop it, and add it by its new name");
            case Constraint.PrimaryKey it -> drafts.leaveOut("names of primary keys");
            case Constraint.Unique it -> actions.put("rename index " + spelling.name(it.name()) + " to " + to);
            case Constraint.Check it -> {
                actions.put("drop constraint " + spelling.name(it.name()));
                actions.put("add " + keys.definition(it.withName(change.to()), table, after));
            }
            case Constraint.ForeignKey it -> {
                actions.putAll(keys.drop(it.name(), false, it, table));
                actions.send();
                actions.put("add " + keys.definition(it.withName(change.to()), table, after));
            }
        }
        actions.send();
    }

    private void refuseNotValid() {
        drafts.refuse(Feature.NOT_VALID, TableSql.NOT_VALID_WAY_OUT);
    }
}
