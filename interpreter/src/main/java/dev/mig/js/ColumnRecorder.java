package dev.mig.js;

import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.TableItem;
import dev.mig.syntax.tree.TableItem.ColumnOption;
import dev.mig.syntax.tree.TableItem.Deferrable;
import dev.mig.syntax.tree.TableItem.ReferenceAction;
import dev.mig.syntax.tree.TableItem.References;
import dev.mig.syntax.tree.TableItem.Storage;
import dev.mig.syntax.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** A column being defined: options are chained to the call that names it. */
final class ColumnRecorder {
    private final Name name;
    private final TypeName type;
    private final Span span;
    private final List<ColumnOption> options = new ArrayList<>();
    private final Methods methods;

    /** @param call with the name and the type of the column */
    ColumnRecorder(Call call, CallSite site) {
        this.name = call.atMost(2).name(0, "the name of a column");
        this.type = call.type(1);
        this.span = call.span();
        this.methods = new Methods("a column", true, site)
                .with("notNull", it -> add(new TableItem.NotNull(it.atMost(0).span())))
                .with(
                        "primaryKey",
                        it -> add(new TableItem.ColumnPrimaryKey(it.atMost(0).span())))
                .with(
                        "unique",
                        it -> add(new TableItem.ColumnUnique(it.atMost(0).span())))
                .with(
                        "check",
                        it -> add(new TableItem.ColumnCheck(it.atMost(1).expression(0, "a condition"), it.span())))
                .with(
                        "comment",
                        it -> add(new TableItem.ColumnComment(it.atMost(1).text(0, "a text"), it.span())))
                .with("collate", it -> add(new TableItem.Collate(it.atMost(1).name(0, "a collation"), it.span())))
                .with(
                        "default",
                        it -> add(new TableItem.Default(
                                ValueWriting.of(it.atMost(1).any(0, "a value"), it, "the default"), it.span())))
                .with("identity", this::identity)
                .with("generated", this::generated)
                .with("references", it -> add(new TableItem.ColumnReferences(references(it, 0), it.span())));
    }

    Methods methods() {
        return methods;
    }

    TableItem.Column column() {
        return new TableItem.Column(name, type, options, span);
    }

    private @Nullable Object add(ColumnOption option) {
        options.add(option);
        return null;
    }

    private @Nullable Object identity(Call call) {
        Options given = call.options(0, "always", "start", "increment");
        return add(new TableItem.Identity(
                given.flag("always"), given.integer("start"), given.integer("increment"), call.span()));
    }

    private @Nullable Object generated(Call call) {
        Storage storage =
                call.has(1) ? Written.word(call.string(1, "a storage"), Storage.class, call, "the storage") : null;
        return add(new TableItem.Generated(call.atMost(2).expression(0, "SQL"), storage, call.span()));
    }

    /** The table, perhaps its columns, perhaps options, from an argument on. */
    static References references(Call call, int first, String... more) {
        boolean columns = call.has(first + 1) && !ValueKinds.isPlain(call.any(first + 1, "columns"));
        Options given = options(call, columns ? first + 2 : first + 1, more);
        return new References(
                call.qualified(first, "a table"),
                columns ? call.names(first + 1, "the columns that are referred to") : List.of(),
                given.word("onDelete", ReferenceAction.class),
                given.word("onUpdate", ReferenceAction.class),
                deferrable(given));
    }

    static Options options(Call call, int at, String... more) {
        List<String> known = new ArrayList<>(List.of("onDelete", "onUpdate", "deferrable"));
        known.addAll(List.of(more));
        return call.options(at, known.toArray(String[]::new));
    }

    private static @Nullable Deferrable deferrable(Options given) {
        Value value = given.value("deferrable");
        if (value == null) {
            return null;
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? Deferrable.UNSTATED : null;
        }
        return switch (String.valueOf(given.string("deferrable"))) {
            case "initially deferred" -> Deferrable.INITIALLY_DEFERRED;
            case "initially immediate" -> Deferrable.INITIALLY_IMMEDIATE;
            default -> throw given.wrong("deferrable", "true, 'initially deferred' or 'initially immediate'", value);
        };
    }
}
