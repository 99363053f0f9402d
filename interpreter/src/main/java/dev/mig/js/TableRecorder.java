package dev.mig.js;

import dev.mig.source.Span;
import dev.mig.syntax.tree.AlterAction;
import dev.mig.syntax.tree.AlterAction.ColumnChange;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.TableItem;
import dev.mig.syntax.tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/** {@code createTable} and {@code alterTable}: records the calls on the table object passed to their function. */
final class TableRecorder {
    private static final String OVER = "the table is finished: its columns are said inside the function";

    private final CallSite site;

    TableRecorder(CallSite site) {
        this.site = site;
    }

    Statement create(Call call) {
        Options given = call.options(2, "ifNotExists", "comment", "options");
        List<Supplier<TableItem>> items = new ArrayList<>();
        Methods table = new Methods("the table", false, site).with("column", it -> {
            ColumnRecorder column = new ColumnRecorder(it, site);
            items.add(column::column);
            return column.methods();
        });
        ConstraintRecorder.addTo(table, false, (constraint, notValid) -> items.add(() -> constraint));
        call.function(1, "op.createTable('points', t => { t.column('id', 'bigint') })")
                .executeVoid(table);
        table.close(OVER);
        return new Statement.CreateTable(
                given.flag("ifNotExists"),
                call.qualified(0, "the name of a table"),
                items.stream().map(Supplier::get).toList(),
                given.text("comment"),
                options(given),
                call.span());
    }

    private static List<Statement.TableOption> options(Options given) {
        Value options = given.value("options");
        if (options == null) {
            return List.of();
        }
        if (!ValueKinds.isPlain(options)) {
            throw given.wrong("options", "an object such as { mysql: 'ENGINE=InnoDB' }", options);
        }
        List<Statement.TableOption> found = new ArrayList<>();
        Options texts = new Options(given.call(), options);
        for (String database : options.getMemberKeys()) {
            Text text = texts.text(database);
            if (text != null) {
                Span span = given.call().place().ofWord(database);
                found.add(new Statement.TableOption(new Name(database, false, span), text, span));
            }
        }
        return found;
    }

    Statement alter(Call call) {
        List<Supplier<AlterAction>> actions = new ArrayList<>();
        Methods table = new Methods("the table", false, site);
        columns(table, actions);
        constraints(table, actions);
        call.atMost(2)
                .function(1, "op.alterTable('points', t => { t.dropColumn('note') })")
                .executeVoid(table);
        table.close(OVER);
        return new Statement.AlterTable(
                call.qualified(0, "the name of a table"),
                actions.stream().map(Supplier::get).toList(),
                call.span());
    }

    private void columns(Methods table, List<Supplier<AlterAction>> actions) {
        table.with("addColumn", it -> {
                    ColumnRecorder column = new ColumnRecorder(it, site);
                    actions.add(() -> new AlterAction.AddColumn(column.column(), it.span()));
                    return column.methods();
                })
                .with("dropColumn", it -> {
                    Options given = it.options(1, "ifExists", "reverseUsing");
                    return add(
                            actions,
                            new AlterAction.DropColumn(
                                    given.flag("ifExists"),
                                    it.name(0, "a column"),
                                    given.expression("reverseUsing"),
                                    it.span()));
                })
                .with(
                        "renameColumn",
                        it -> add(
                                actions,
                                new AlterAction.RenameColumn(
                                        it.atMost(2).name(0, "a column"), it.name(1, "its new name"), it.span())))
                .with("alterColumn", it -> changes(it, actions))
                .with(
                        "setSchema",
                        it -> add(
                                actions, new AlterAction.SetSchema(it.atMost(1).name(0, "a schema"), it.span())));
    }

    private static void constraints(Methods table, List<Supplier<AlterAction>> actions) {
        ConstraintRecorder.addTo(
                table,
                true,
                (constraint, notValid) ->
                        add(actions, new AlterAction.AddConstraint(constraint, notValid, constraint.span())));
        table.with("dropConstraint", it -> {
                    Options given = it.options(1, "ifExists");
                    return add(
                            actions,
                            new AlterAction.DropConstraint(
                                    given.flag("ifExists"), it.name(0, "a constraint"), it.span()));
                })
                .with(
                        "dropPrimaryKey",
                        it -> add(
                                actions,
                                new AlterAction.DropPrimaryKey(it.atMost(0).span())))
                .with(
                        "dropUnique",
                        it -> add(
                                actions, new AlterAction.DropUnique(it.atMost(1).names(0, "its columns"), it.span())))
                .with(
                        "dropForeignKey",
                        it -> add(
                                actions,
                                new AlterAction.DropForeignKey(it.atMost(1).names(0, "its columns"), it.span())))
                .with(
                        "validateConstraint",
                        it -> add(
                                actions,
                                new AlterAction.ValidateConstraint(it.atMost(1).name(0, "a constraint"), it.span())))
                .with(
                        "renameConstraint",
                        it -> add(
                                actions,
                                new AlterAction.RenameConstraint(
                                        it.atMost(2).name(0, "a constraint"), it.name(1, "its new name"), it.span())));
    }

    /** Each change is an action of its own, and hangs on the call that names the column. */
    private Methods changes(Call call, List<Supplier<AlterAction>> actions) {
        Name column = call.atMost(1).name(0, "a column");
        Methods changes = new Methods("a column", true, site);
        changes.with("type", it -> {
                    Options given = it.options(1, "using", "reverseUsing");
                    return change(
                            column,
                            actions,
                            new AlterAction.SetType(
                                    it.type(0),
                                    given.expression("using"),
                                    given.expression("reverseUsing"),
                                    it.span()));
                })
                .with(
                        "setNotNull",
                        it -> change(
                                column,
                                actions,
                                new AlterAction.SetNotNull(it.atMost(0).span())))
                .with(
                        "dropNotNull",
                        it -> change(
                                column,
                                actions,
                                new AlterAction.DropNotNull(it.atMost(0).span())))
                .with(
                        "setDefault",
                        it -> change(
                                column,
                                actions,
                                new AlterAction.SetDefault(
                                        ValueWriting.of(it.atMost(1).any(0, "a value"), it, "the default"), it.span())))
                .with(
                        "dropDefault",
                        it -> change(
                                column,
                                actions,
                                new AlterAction.DropDefault(it.atMost(0).span())))
                .with(
                        "setComment",
                        it -> change(
                                column,
                                actions,
                                new AlterAction.SetComment(it.atMost(1).text(0, "a text"), it.span())))
                .with(
                        "dropComment",
                        it -> change(
                                column,
                                actions,
                                new AlterAction.DropComment(it.atMost(0).span())))
                .with(
                        "addIdentity",
                        it -> change(
                                column,
                                actions,
                                new AlterAction.AddIdentity(it.atMost(0).span())))
                .with(
                        "dropIdentity",
                        it -> change(
                                column,
                                actions,
                                new AlterAction.DropIdentity(it.atMost(0).span())));
        return changes;
    }

    private static @org.jspecify.annotations.Nullable Object change(
            Name column, List<Supplier<AlterAction>> actions, ColumnChange change) {
        return add(actions, new AlterAction.AlterColumn(column, change, change.span()));
    }

    private static @org.jspecify.annotations.Nullable Object add(
            List<Supplier<AlterAction>> actions, AlterAction action) {
        actions.add(() -> action);
        return null;
    }
}
