package dev.mig.js;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.Text;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Types, sequences, schemas, views, and objects without a statement of their own. */
final class OtherRecorder {
    private static final String NAME = "a name";

    private final Function<Statement, @Nullable Object> say;

    private OtherRecorder(Function<Statement, @Nullable Object> say) {
        this.say = say;
    }

    static void addTo(Methods op, Function<Statement, @Nullable Object> say) {
        OtherRecorder recorder = new OtherRecorder(say);
        recorder.types(op);
        recorder.sequencesAndSchemas(op);
        recorder.views(op);
        op.with("createObject", recorder::createObject).with("dropObject", recorder::dropObject);
    }

    private void types(Methods op) {
        op.with(
                        "createEnum",
                        it -> say.apply(new Statement.CreateEnum(
                                it.atMost(2).qualified(0, NAME), it.texts(1, "the values"), it.span())))
                .with("addEnumValue", it -> {
                    Options given = it.options(2, "before", "after");
                    Text before = given.text("before");
                    Text after = given.text("after");
                    if (before != null && after != null) {
                        throw new ScriptError(Diagnostic.error(
                                Code.SCRIPT_CALL, it.span(), "a value stands before or after another, not both"));
                    }
                    return say.apply(new Statement.AddEnumValue(
                            it.qualified(0, "a type"), it.text(1, "a value"), before, after, it.span()));
                })
                .with(
                        "renameEnumValue",
                        it -> say.apply(new Statement.RenameEnumValue(
                                it.atMost(3).qualified(0, "a type"),
                                it.text(1, "a value"),
                                it.text(2, "its new text"),
                                it.span())))
                .with(
                        "dropType",
                        it -> say.apply(new Statement.DropType(it.atMost(1).qualified(0, NAME), it.span())));
    }

    private void sequencesAndSchemas(Methods op) {
        op.with("createSequence", it -> {
                    Options given = it.options(1, "start", "increment");
                    return say.apply(new Statement.CreateSequence(
                            it.qualified(0, NAME), given.integer("start"), given.integer("increment"), it.span()));
                })
                .with(
                        "dropSequence",
                        it -> say.apply(new Statement.DropSequence(it.atMost(1).qualified(0, NAME), it.span())))
                .with("createSchema", it -> {
                    Options given = it.options(1, "ifNotExists");
                    return say.apply(
                            new Statement.CreateSchema(given.flag("ifNotExists"), it.name(0, NAME), it.span()));
                })
                .with("dropSchema", it -> {
                    Options given = it.options(1, "ifExists", "cascade");
                    return say.apply(new Statement.DropSchema(
                            given.flag("ifExists"), it.name(0, NAME), given.flag("cascade"), it.span()));
                });
    }

    private void views(Methods op) {
        op.with("createView", it -> {
                    Options given = it.options(2, "orReplace");
                    return say.apply(new Statement.CreateView(
                            given.flag("orReplace"), it.qualified(0, NAME), it.sql(1, "a query"), it.span()));
                })
                .with("dropView", it -> {
                    Options given = it.options(1, "ifExists");
                    return say.apply(new Statement.DropView(given.flag("ifExists"), it.qualified(0, NAME), it.span()));
                })
                .with(
                        "createMaterializedView",
                        it -> say.apply(new Statement.CreateMaterializedView(
                                it.atMost(2).qualified(0, NAME), it.sql(1, "a query"), it.span())))
                .with(
                        "refreshMaterializedView",
                        it -> say.apply(new Statement.RefreshMaterializedView(
                                it.atMost(1).qualified(0, NAME), it.span())))
                .with("dropMaterializedView", it -> {
                    Options given = it.options(1, "ifExists");
                    return say.apply(new Statement.DropMaterializedView(
                            given.flag("ifExists"), it.qualified(0, NAME), it.span()));
                });
    }

    private @Nullable Object createObject(Call call) {
        Options given = call.options(3, "orReplace", "reverse");
        return say.apply(new Statement.CreateObject(
                given.flag("orReplace"),
                kind(call),
                call.qualified(1, NAME),
                call.sql(2, "the SQL that makes it"),
                given.sql("reverse"),
                call.span()));
    }

    private @Nullable Object dropObject(Call call) {
        Options given = call.options(2, "sql", "reverse");
        return say.apply(new Statement.DropObject(
                kind(call), call.qualified(1, NAME), given.sql("sql"), given.sql("reverse"), call.span()));
    }

    private static Name kind(Call call) {
        return call.name(0, "a kind such as 'trigger'");
    }
}
