package dev.mig.js;

import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints schema statements as calls of {@code op}: the reverse of {@link Recorder}. Rows and raw SQL are not
 * supported.
 */
public final class JsPrinter {
    private JsPrinter() {}

    /**
     * One call, as it stands in {@code upgrade(op)}, without a line end after it.
     *
     * @throws IllegalArgumentException for a statement about rows, and for raw SQL
     */
    public static String print(Statement statement) {
        return "op." + call(statement);
    }

    private static String call(Statement statement) {
        return switch (statement) {
            case Statement.CreateTable it ->
                "createTable(" + JsLiterals.name(it.name()) + ", t => "
                        + function(it.items().stream().map(JsTables::item).toList())
                        + options(it).more()
                        + ")";
            case Statement.DropTable it ->
                "dropTable(" + JsLiterals.name(it.name()) + ifExists(it.ifExists(), it.cascade()) + ")";
            case Statement.RenameTable it ->
                "renameTable(" + JsLiterals.name(it.name()) + ", " + JsLiterals.name(it.to()) + ")";
            case Statement.CommentOnTable it ->
                "commentOnTable(" + JsLiterals.name(it.table()) + ", " + orNull(it.comment()) + ")";
            case Statement.CommentOnColumn it ->
                "commentOnColumn(" + JsLiterals.name(it.column()) + ", " + orNull(it.comment()) + ")";
            case Statement.AlterTable it ->
                "alterTable(" + JsLiterals.name(it.table()) + ", t => "
                        + function(it.actions().stream().map(JsTables::action).toList()) + ")";
            case Statement.CreateIndex it -> createIndex(it);
            case Statement.DropIndex it -> dropIndex(it);
            case Statement.RenameIndex it ->
                "renameIndex(" + JsLiterals.name(it.name()) + ", " + JsLiterals.name(it.to())
                        + new JsOptions().name("table", it.table()).more()
                        + ")";
            case Statement.CreateEnum it ->
                "createEnum(" + JsLiterals.name(it.name()) + ", " + JsLiterals.texts(it.values()) + ")";
            case Statement.AddEnumValue it ->
                "addEnumValue(" + JsLiterals.name(it.type()) + ", " + text(it.value())
                        + new JsOptions()
                                .text("before", it.before())
                                .text("after", it.after())
                                .more()
                        + ")";
            case Statement.RenameEnumValue it ->
                "renameEnumValue(" + JsLiterals.name(it.type()) + ", " + text(it.value()) + ", " + text(it.to()) + ")";
            case Statement.DropType it -> "dropType(" + JsLiterals.name(it.name()) + ")";
            case Statement.CreateSequence it ->
                "createSequence(" + JsLiterals.name(it.name())
                        + new JsOptions()
                                .whole("start", it.start())
                                .whole("increment", it.increment())
                                .more()
                        + ")";
            case Statement.DropSequence it -> "dropSequence(" + JsLiterals.name(it.name()) + ")";
            case Statement.CreateSchema it ->
                "createSchema(" + JsLiterals.name(it.name())
                        + new JsOptions().flag("ifNotExists", it.ifNotExists()).more()
                        + ")";
            case Statement.DropSchema it ->
                "dropSchema(" + JsLiterals.name(it.name()) + ifExists(it.ifExists(), it.cascade()) + ")";
            case Statement.CreateView it ->
                "createView(" + JsLiterals.name(it.name()) + ", "
                        + JsLiterals.sql(it.query().sql())
                        + new JsOptions().flag("orReplace", it.orReplace()).more()
                        + ")";
            case Statement.DropView it ->
                "dropView(" + JsLiterals.name(it.name()) + ifExists(it.ifExists(), false) + ")";
            case Statement.CreateMaterializedView it ->
                "createMaterializedView(" + JsLiterals.name(it.name()) + ", "
                        + JsLiterals.sql(it.query().sql()) + ")";
            case Statement.RefreshMaterializedView it -> "refreshMaterializedView(" + JsLiterals.name(it.name()) + ")";
            case Statement.DropMaterializedView it ->
                "dropMaterializedView(" + JsLiterals.name(it.name()) + ifExists(it.ifExists(), false) + ")";
            case Statement.RenameOther it ->
                "rename" + it.kind().name().charAt(0)
                        + it.kind().name().substring(1).toLowerCase(Locale.ROOT) + "(" + JsLiterals.name(it.name())
                        + ", "
                        + JsLiterals.name(it.to()) + ")";
            case Statement.CreateObject it ->
                "createObject(" + JsLiterals.name(it.kind()) + ", " + JsLiterals.name(it.name()) + ", "
                        + JsLiterals.sql(it.create().sql())
                        + new JsOptions()
                                .flag("orReplace", it.orReplace())
                                .sql("reverse", it.reverse())
                                .more()
                        + ")";
            case Statement.DropObject it ->
                "dropObject(" + JsLiterals.name(it.kind()) + ", " + JsLiterals.name(it.name())
                        + new JsOptions()
                                .sql("sql", it.drop())
                                .sql("reverse", it.reverse())
                                .more()
                        + ")";
            case Statement.OutsideTransaction it ->
                "outsideTransaction(op => {\n"
                        + it.block().statements().stream()
                                .map(each -> JsLiterals.indented(print(each)))
                                .collect(Collectors.joining("\n\n"))
                        + "\n})";
            case Statement.Insert it -> throw noStructure(it);
            case Statement.Update it -> throw noStructure(it);
            case Statement.Delete it -> throw noStructure(it);
            case Statement.Load it -> throw noStructure(it);
            case Statement.Sql it -> throw noStructure(it);
            case Statement.Script it -> throw noStructure(it);
            case Statement.OnDialect it -> throw noStructure(it);
            case Statement.Require it -> throw noStructure(it);
        };
    }

    private static IllegalArgumentException noStructure(Statement statement) {
        return new IllegalArgumentException(statement.getClass().getSimpleName() + " is no change of structure");
    }

    /** A function of the table {@code t}, a call on it a line. */
    private static String function(List<String> calls) {
        return calls.stream().map(it -> "  t." + it).collect(Collectors.joining("\n", "{\n", "\n}"));
    }

    private static String createIndex(Statement.CreateIndex index) {
        return "createIndex(" + JsLiterals.name(index.table()) + ", " + keys(index.elements())
                + new JsOptions()
                        .name("name", index.name())
                        .flag("unique", index.unique())
                        .flag("concurrently", index.concurrently())
                        .flag("ifNotExists", index.ifNotExists())
                        .name("using", index.method())
                        .names("include", index.include())
                        .expression("where", index.where())
                        .more()
                + ")";
    }

    private static String dropIndex(Statement.DropIndex index) {
        JsOptions given = new JsOptions();
        String of;
        if (index.name() == null && index.table() != null) {
            of = "dropIndexOn(" + JsLiterals.name(index.table()) + ", " + keys(index.elements());
        } else {
            of = "dropIndex(" + (index.name() == null ? "" : JsLiterals.name(index.name()));
            given.name("table", index.table());
        }
        return of
                + given.flag("concurrently", index.concurrently())
                        .flag("ifExists", index.ifExists())
                        .more()
                + ")";
    }

    private static String keys(List<Statement.IndexElement> elements) {
        List<String> keys = elements.stream().map(JsPrinter::key).toList();
        return keys.size() == 1 ? keys.getFirst() : "[" + String.join(", ", keys) + "]";
    }

    private static String key(Statement.IndexElement element) {
        boolean plain = element.order() == null && element.nulls() == null && element.operatorClass() == null;
        JsOptions given = new JsOptions();
        switch (element.key()) {
            case Statement.ColumnKey it -> {
                if (plain) {
                    return JsLiterals.name(it.column());
                }
                given.name("column", it.column());
            }
            case Statement.ExpressionKey it -> given.written("expression", JsLiterals.raw(it.expression()));
        }
        return given.word("order", element.order())
                .word("nulls", element.nulls())
                .name("operatorClass", element.operatorClass())
                .alone();
    }

    private static String ifExists(boolean ifExists, boolean cascade) {
        return new JsOptions()
                .flag("ifExists", ifExists)
                .flag("cascade", cascade)
                .more();
    }

    private static JsOptions options(Statement.CreateTable table) {
        JsOptions given =
                new JsOptions().flag("ifNotExists", table.ifNotExists()).text("comment", table.comment());
        JsOptions options = new JsOptions();
        table.options().forEach(it -> options.text(it.dialect().text(), it.text()));
        return table.options().isEmpty() ? given : given.written("options", options.alone());
    }

    private static String text(Text text) {
        return JsLiterals.string(text.value());
    }

    private static String orNull(@Nullable Text text) {
        return text == null ? "null" : text(text);
    }
}
