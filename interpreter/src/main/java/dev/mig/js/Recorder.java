package dev.mig.js;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.Statement.Renamed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The {@code op} object passed to {@code upgrade(op)} and {@code downgrade(op)}: every statement of the language is a
 * method, and each call is recorded.
 */
final class Recorder {
    private final TableRecorder tables;
    private final Methods op;
    private final List<Value> works = new ArrayList<>();
    private List<Recorded> recorded = new ArrayList<>();
    private boolean aside;

    Recorder(CallSite site) {
        this.tables = new TableRecorder(site);
        this.op = new Methods("op", false, site).elsewhere(Recorder::ofTables);
        tables();
        IndexRecorder.addTo(op, this::say);
        OtherRecorder.addTo(op, this::say);
        rows();
        raw();
        ValueWriting.words(op);
    }

    private static Optional<String> ofTables(String method) {
        return Types.methods("Table").containsKey(method)
                ? Optional.of("it is a method of a table: op.alterTable('users', t => { t." + method + "(…) })")
                : Optional.empty();
    }

    Methods op() {
        return op;
    }

    /** The recorded calls; afterwards no more are accepted. */
    List<Recorded> finish() {
        op.close("op can only be used while upgrade(op) or downgrade(op) runs");
        return List.copyOf(recorded);
    }

    /** The functions passed to {@code op.run}, in order. */
    List<Value> works() {
        return List.copyOf(works);
    }

    private @Nullable Object say(Statement statement) {
        recorded.add(new Recorded.Said(statement));
        return null;
    }

    private void tables() {
        op.with("createTable", it -> say(tables.create(it)))
                .with("dropTable", it -> {
                    Options given = it.options(1, "ifExists", "cascade");
                    return say(new Statement.DropTable(
                            given.flag("ifExists"),
                            it.qualified(0, "the name of a table"),
                            given.flag("cascade"),
                            it.span()));
                })
                .with(
                        "renameTable",
                        it -> say(new Statement.RenameTable(
                                it.atMost(2).qualified(0, "the name of a table"),
                                it.name(1, "its new name"),
                                it.span())))
                .with("alterTable", it -> say(tables.alter(it)))
                .with(
                        "commentOnTable",
                        it -> say(new Statement.CommentOnTable(
                                it.atMost(2).qualified(0, "the name of a table"),
                                it.hasNull(1) ? null : it.text(1, "a text or null"),
                                it.span())))
                .with(
                        "commentOnColumn",
                        it -> say(new Statement.CommentOnColumn(
                                it.atMost(2).qualified(0, "a column as 'table.column'"),
                                it.hasNull(1) ? null : it.text(1, "a text or null"),
                                it.span())));
        for (Renamed kind : Renamed.values()) {
            String word = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(java.util.Locale.ROOT);
            op.with(
                    "rename" + word,
                    it -> say(new Statement.RenameOther(
                            kind, it.atMost(2).qualified(0, "a name"), it.name(1, "the new name"), it.span())));
        }
    }

    private void rows() {
        op.with("insert", it -> say(RowsRecorder.insert(it)))
                .with("insertSelect", it -> say(RowsRecorder.insertSelect(it)))
                .with("update", it -> say(RowsRecorder.update(it)))
                .with("delete", it -> say(RowsRecorder.delete(it)))
                .with("load", it -> say(RowsRecorder.load(it)));
    }

    private void raw() {
        op.with("sql", this::sql)
                .with("script", it -> {
                    Options given = it.options(1, "reverse");
                    return say(new Statement.Script(
                            new Statement.ScriptText(it.sql(0, "SQL")), Reversals.of(given), it.span()));
                })
                .with("scriptFile", it -> {
                    Options given = it.options(1, "reverse");
                    return say(new Statement.Script(
                            new Statement.ScriptFile(it.text(0, "the name of a file")),
                            Reversals.of(given),
                            it.span()));
                })
                .with("on", this::on)
                .with("outsideTransaction", it -> {
                    Value function = it.atMost(1).function(0, "op.outsideTransaction(() => { … })");
                    recorded.add(new Recorded.Outside(nested(function), it.span()));
                    return null;
                })
                .with(
                        "require",
                        it -> say(new Statement.Require(
                                it.atMost(2).expression(0, "a condition"),
                                it.has(1) ? it.text(1, "a message") : null,
                                it.span())))
                .with("run", this::run)
                // Replaced later, together with the variables of all formats.
                .with("variable", it -> "${" + it.atMost(1).string(0, "the name of a variable") + "}");
    }

    private @Nullable Object sql(Call call) {
        Options given = call.options(1, "touches", "reverse");
        return say(new Statement.Sql(
                Reversals.body(call, call.any(0, "SQL"), "the SQL"),
                touches(call, given.value("touches")),
                Reversals.of(given),
                call.span()));
    }

    /** {@code 'nothing'}, names of tables in an array, or a function that says it with {@code op}. */
    private Statement.@Nullable Touches touches(Call call, @Nullable Value touches) {
        if (touches == null) {
            return null;
        }
        if (touches.isString() && touches.asString().equals("nothing")) {
            return new Statement.TouchesNothing();
        }
        if (touches.canExecute()) {
            boolean before = aside;
            aside = true;
            List<Recorded> inside = nested(touches);
            aside = before;
            return new Statement.TouchesAs(Recorded.block(inside, call.span()));
        }
        return new Statement.TouchesTables(call.strings(touches, "\"touches\"").stream()
                .map(it -> Written.qualified(it, call.place()))
                .toList());
    }

    private @Nullable Object on(Call call) {
        List<Name> databases = call.atMost(3).names(0, "the names of databases");
        List<Recorded> then = nested(call.function(1, "op.on(['postgresql'], op => { … })"));
        List<Recorded> otherwise = call.has(2) ? nested(call.function(2, "op => { … }")) : null;
        recorded.add(new Recorded.On(databases, then, otherwise, call.span()));
        return null;
    }

    private List<Recorded> nested(Value function) {
        List<Recorded> around = recorded;
        recorded = new ArrayList<>();
        try {
            function.executeVoid(op);
            return recorded;
        } finally {
            recorded = around;
        }
    }

    private @Nullable Object run(Call call) {
        Options given = call.options(1, "reverse");
        Value function = call.function(0, "op.run(db => { for (const row of db.query('select …')) { … } })");
        Span span = call.span();
        if (aside) {
            throw new ScriptError(
                    Diagnostic.error(Code.SCRIPT_CALL, span, "what sql touches cannot be said by op.run"));
        }
        recorded.add(new Recorded.Work(works.size(), Reversals.of(given), span));
        works.add(function);
        return null;
    }
}
