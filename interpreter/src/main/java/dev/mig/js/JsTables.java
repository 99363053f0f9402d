package dev.mig.js;

import dev.mig.syntax.print.MigPrinter;
import dev.mig.syntax.tree.AlterAction;
import dev.mig.syntax.tree.TableItem;
import dev.mig.syntax.tree.TableItem.Deferrable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints columns, constraints and changes as calls on the table object. */
final class JsTables {
    private JsTables() {}

    static String item(TableItem item) {
        return switch (item) {
            case TableItem.Column it -> column("column", it);
            case TableItem.Constraint it -> constraint(it, "", false);
        };
    }

    private static String column(String method, TableItem.Column column) {
        StringBuilder text = new StringBuilder(method + "(" + JsLiterals.name(column.name()) + ", "
                + JsLiterals.string(MigPrinter.print(column.type())) + ")");
        column.options().forEach(it -> text.append('.').append(option(it)));
        return text.toString();
    }

    private static String option(TableItem.ColumnOption option) {
        return switch (option) {
            case TableItem.NotNull it -> "notNull()";
            case TableItem.ColumnPrimaryKey it -> "primaryKey()";
            case TableItem.ColumnUnique it -> "unique()";
            case TableItem.ColumnCheck it -> "check(" + JsLiterals.expression(it.condition()) + ")";
            case TableItem.ColumnComment it ->
                "comment(" + JsLiterals.string(it.text().value()) + ")";
            case TableItem.Collate it -> "collate(" + JsLiterals.name(it.collation()) + ")";
            case TableItem.Default it -> "default(" + JsLiterals.value(it.value()) + ")";
            case TableItem.Identity it ->
                "identity("
                        + new JsOptions()
                                .flag("always", it.always())
                                .whole("start", it.start())
                                .whole("increment", it.increment())
                                .alone()
                        + ")";
            case TableItem.Generated it ->
                "generated(" + JsLiterals.expression(it.expression())
                        + (it.storage() == null ? "" : ", " + JsLiterals.word(it.storage())) + ")";
            case TableItem.ColumnReferences it -> "references(" + references(it.references(), new JsOptions()) + ")";
        };
    }

    /** @param add what the method begins with: in a table that is there, constraints are added */
    private static String constraint(TableItem.Constraint constraint, String add, boolean notValid) {
        JsOptions given = new JsOptions().name("name", constraint.name()).flag("notValid", notValid);
        return switch (constraint.body()) {
            case TableItem.PrimaryKey it ->
                method(add, "primaryKey") + "(" + JsLiterals.names(it.columns()) + given.more() + ")";
            case TableItem.Unique it ->
                method(add, "unique") + "(" + JsLiterals.names(it.columns()) + given.more() + ")";
            case TableItem.Check it ->
                method(add, "check") + "(" + JsLiterals.expression(it.condition()) + given.more() + ")";
            case TableItem.ForeignKey it ->
                method(add, "foreignKey") + "(" + JsLiterals.names(it.columns()) + ", "
                        + references(it.references(), given) + ")";
        };
    }

    private static String method(String add, String name) {
        return add.isEmpty() ? name : add + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String references(TableItem.References references, JsOptions given) {
        String columns = references.columns().isEmpty() ? "" : ", " + JsLiterals.names(references.columns());
        return JsLiterals.name(references.table())
                + columns
                + deferrable(
                                references.deferrable(),
                                given.word("onDelete", references.onDelete()).word("onUpdate", references.onUpdate()))
                        .more();
    }

    private static JsOptions deferrable(@Nullable Deferrable deferrable, JsOptions given) {
        return deferrable == Deferrable.UNSTATED
                ? given.flag("deferrable", true)
                : given.word("deferrable", deferrable);
    }

    // ---- what is done to a table that is there

    static String action(AlterAction action) {
        return switch (action) {
            case AlterAction.AddColumn it -> column("addColumn", it.column());
            case AlterAction.DropColumn it ->
                "dropColumn(" + JsLiterals.name(it.column())
                        + new JsOptions()
                                .flag("ifExists", it.ifExists())
                                .expression("reverseUsing", it.reverseUsing())
                                .more()
                        + ")";
            case AlterAction.RenameColumn it ->
                "renameColumn(" + JsLiterals.name(it.column()) + ", " + JsLiterals.name(it.to()) + ")";
            case AlterAction.AlterColumn it ->
                "alterColumn(" + JsLiterals.name(it.column()) + ")." + change(it.change());
            case AlterAction.AddConstraint it -> constraint(it.constraint(), "add", it.notValid());
            case AlterAction.DropConstraint it ->
                "dropConstraint(" + JsLiterals.name(it.constraint())
                        + new JsOptions().flag("ifExists", it.ifExists()).more() + ")";
            case AlterAction.DropPrimaryKey it -> "dropPrimaryKey()";
            case AlterAction.DropUnique it -> "dropUnique(" + JsLiterals.names(it.columns()) + ")";
            case AlterAction.DropForeignKey it -> "dropForeignKey(" + JsLiterals.names(it.columns()) + ")";
            case AlterAction.ValidateConstraint it -> "validateConstraint(" + JsLiterals.name(it.constraint()) + ")";
            case AlterAction.RenameConstraint it ->
                "renameConstraint(" + JsLiterals.name(it.constraint()) + ", " + JsLiterals.name(it.to()) + ")";
            case AlterAction.SetSchema it -> "setSchema(" + JsLiterals.name(it.schema()) + ")";
        };
    }

    private static String change(AlterAction.ColumnChange change) {
        return switch (change) {
            case AlterAction.SetType it ->
                "type(" + JsLiterals.string(MigPrinter.print(it.type()))
                        + new JsOptions()
                                .expression("using", it.using())
                                .expression("reverseUsing", it.reverseUsing())
                                .more()
                        + ")";
            case AlterAction.SetNotNull it -> "setNotNull()";
            case AlterAction.DropNotNull it -> "dropNotNull()";
            case AlterAction.SetDefault it -> "setDefault(" + JsLiterals.value(it.value()) + ")";
            case AlterAction.DropDefault it -> "dropDefault()";
            case AlterAction.SetComment it ->
                "setComment(" + JsLiterals.string(it.comment().value()) + ")";
            case AlterAction.DropComment it -> "dropComment()";
            case AlterAction.AddIdentity it -> "addIdentity()";
            case AlterAction.DropIdentity it -> "dropIdentity()";
        };
    }
}
