package dev.mig.js;

import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** SQL that may differ by database, and how a change is reverted. */
final class Reversals {
    private Reversals() {}

    /** The option {@code reverse}: SQL, or {@code 'nothing'} where there is nothing to take back. */
    static Statement.@Nullable Reversal of(Options given) {
        Value reverse = given.value("reverse");
        if (reverse == null) {
            return null;
        }
        if (reverse.isString() && reverse.asString().equals("nothing")) {
            return new Statement.ReverseNothing();
        }
        return new Statement.ReverseSql(body(given.call(), reverse, "the option \"reverse\""));
    }

    /** One text, or an object with a text for each database and perhaps {@code else: 'skip'}. */
    static Statement.SqlBody body(Call call, Value value, String what) {
        if (value.isString()) {
            return new Statement.OneSql(Written.sql(value.asString(), call.place()));
        }
        if (!ValueKinds.isPlain(value)) {
            throw call.wrong(
                    call.span(),
                    what + " of " + call.method() + " is SQL, and not " + ValueKinds.of(value),
                    "'…', or { postgresql: '…', mysql: '…', else: 'skip' }");
        }
        List<Statement.DialectSql> entries = new ArrayList<>();
        boolean skip = false;
        Options texts = new Options(call, value);
        for (String database : value.getMemberKeys()) {
            Span span = call.place().ofWord(database);
            SqlText text = texts.sql(database);
            if (text == null) {
                continue;
            }
            if (!database.equals("else")) {
                entries.add(new Statement.DialectSql(List.of(new Name(database, false, span)), text, span));
            } else if (text.sql().equals("skip")) {
                skip = true;
            } else {
                throw call.wrong(
                        span, "else can only be 'skip'", "op.on(['postgresql'], …, op => { … }) has another way");
            }
        }
        return new Statement.SqlByDialect(entries, skip);
    }
}
