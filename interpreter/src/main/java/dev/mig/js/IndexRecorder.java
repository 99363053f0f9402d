package dev.mig.js;

import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.Statement.IndexElement;
import dev.mig.syntax.tree.Statement.IndexKey;
import dev.mig.syntax.tree.Value.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Indexes: keys are names, or objects with more options. */
final class IndexRecorder {
    private static final String KEYS = "the keys of an index";

    private IndexRecorder() {}

    static void addTo(Methods op, Function<Statement, @Nullable Object> say) {
        op.with("createIndex", it -> say.apply(create(it)))
                .with("dropIndex", it -> {
                    Options given = it.options(1, "table", "concurrently", "ifExists");
                    return say.apply(new Statement.DropIndex(
                            given.flag("concurrently"),
                            given.flag("ifExists"),
                            it.qualified(0, "the name of an index"),
                            given.qualified("table"),
                            List.of(),
                            it.span()));
                })
                .with("dropIndexOn", it -> {
                    Options given = it.options(2, "concurrently", "ifExists");
                    return say.apply(new Statement.DropIndex(
                            given.flag("concurrently"),
                            given.flag("ifExists"),
                            null,
                            it.qualified(0, "the name of a table"),
                            elements(it, 1),
                            it.span()));
                })
                .with("renameIndex", it -> {
                    Options given = it.options(2, "table");
                    return say.apply(new Statement.RenameIndex(
                            it.qualified(0, "the name of an index"),
                            given.qualified("table"),
                            it.name(1, "its new name"),
                            it.span()));
                });
    }

    private static Statement create(Call call) {
        Options given = call.options(2, "name", "unique", "concurrently", "ifNotExists", "using", "include", "where");
        return new Statement.CreateIndex(
                given.flag("unique"),
                given.flag("concurrently"),
                given.flag("ifNotExists"),
                given.name("name"),
                call.qualified(0, "the name of a table"),
                given.name("using"),
                elements(call, 1),
                given.names("include"),
                given.expression("where"),
                call.span());
    }

    private static List<IndexElement> elements(Call call, int at) {
        Value keys = call.any(at, KEYS);
        List<IndexElement> elements = new ArrayList<>();
        for (Value key : keys.hasArrayElements() ? ValueKinds.elements(keys) : List.of(keys)) {
            elements.add(element(call, key));
        }
        if (elements.isEmpty()) {
            throw call.wrong(call.span(), call.method() + " needs " + KEYS);
        }
        return elements;
    }

    private static IndexElement element(Call call, Value key) {
        if (key.isString()) {
            IndexKey column = new Statement.ColumnKey(Written.name(key.asString(), call.place()));
            return new IndexElement(column, null, null, null, call.span());
        }
        Options given = Options.of(call, key, Set.of("column", "expression", "order", "nulls", "operatorClass"));
        Expression expression = given.expression("expression");
        dev.mig.syntax.tree.Name column = given.name("column");
        IndexKey made;
        if (expression != null && column == null) {
            made = new Statement.ExpressionKey(expression);
        } else if (column != null && expression == null) {
            made = new Statement.ColumnKey(column);
        } else {
            throw call.wrong(
                    call.span(),
                    "a key of an index is a column or an expression",
                    "{ column: 'placed_at', order: 'desc' }",
                    "{ expression: 'lower(email)' }");
        }
        return new IndexElement(
                made,
                given.qualified("operatorClass"),
                given.word("order", Statement.Order.class),
                given.word("nulls", Statement.Nulls.class),
                call.span());
    }
}
