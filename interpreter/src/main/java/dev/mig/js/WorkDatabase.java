package dev.mig.js;

import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.Rows;
import dev.mig.model.Rows.Cursor;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * The {@code db} object passed to {@code op.run}: SQL with bound parameters, rows as plain objects fetched on demand,
 * and database errors as exceptions that a script can catch.
 */
final class WorkDatabase {
    /** The number of rows passed to a script at a time. */
    private static final int CHUNK = 200;

    private static final String SQL = "SQL";

    private final Rows rows;
    private final ScriptThread.Caller caller;
    private final Value makeRows;
    private final Value makeValue;
    private final Value fail;
    private final Methods db;

    WorkDatabase(Rows rows, ScriptThread.Caller caller, Context context, CallSite site) {
        this.rows = rows;
        this.caller = caller;
        Value made = context.eval("js", Resource.text("work.js"));
        this.makeRows = made.getMember("rows");
        this.makeValue = made.getMember("value");
        this.fail = made.getMember("fail");
        this.db = new Methods("db", false, site)
                .with("query", this::query)
                .with("execute", this::execute)
                .with("batch", this::batch)
                .with("insert", this::insert);
    }

    Methods db() {
        return db;
    }

    void close() {
        db.close("db can only be used while the function of op.run runs");
    }

    /** An operation that the database may reject. */
    private interface Question<T extends @Nullable Object> {
        T ask() throws Rows.Failed;
    }

    /** Carries a database error from the database's thread to the script's. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Rows.Failed failure;

        Refused(Rows.Failed failure) {
            super(failure);
            this.failure = failure;
        }
    }

    private <T extends @Nullable Object> T ask(Question<T> question) {
        try {
            return caller.ask(() -> {
                try {
                    return question.ask();
                } catch (Rows.Failed failure) {
                    throw new Refused(failure);
                }
            });
        } catch (Refused refused) {
            fail.executeVoid(refused.failure.getMessage(), refused.failure.state());
            throw refused;
        }
    }

    private Object query(Call call) {
        String sql = call.string(0, SQL);
        List<@Nullable Object> values = values(call, 1);
        Cursor cursor = ask(() -> rows.query(sql, values));
        List<String> columns = cursor.columns();
        ProxyExecutable next = none -> ask(() -> {
            List<List<@Nullable Object>> chunk = cursor.next(CHUNK);
            return chunk.isEmpty() ? null : RowText.of(columns, chunk);
        });
        ProxyExecutable close = none -> caller.ask(() -> {
            cursor.close();
            return null;
        });
        return makeRows.execute(next, close);
    }

    private Object execute(Call call) {
        String sql = call.string(0, SQL);
        List<@Nullable Object> values = values(call, 1);
        return (double) ask(() -> rows.execute(sql, values));
    }

    private Object batch(Call call) {
        String sql = call.atMost(2).string(0, SQL);
        Value all = call.any(1, "an array of parameters for each time");
        if (!all.hasArrayElements() && !all.hasIterator()) {
            throw call.wrong(
                    call.span(),
                    "db.batch takes an array of parameters for each time, and not " + ValueKinds.of(all),
                    "db.batch('insert into t (a) values (?)', [[1], [2]])");
        }
        Value iterator = all.getIterator();
        double changed = 0;
        List<List<@Nullable Object>> chunk = new ArrayList<>();
        while (iterator.hasIteratorNextElement()) {
            Value each = iterator.getIteratorNextElement();
            if (!each.hasArrayElements()) {
                throw call.wrong(
                        call.span(),
                        "db.batch takes an array of parameters for each time, and not " + ValueKinds.of(each));
            }
            List<@Nullable Object> parameters = new ArrayList<>();
            for (Value value : ValueKinds.elements(each)) {
                parameters.add(RowText.value(value, call));
            }
            chunk.add(parameters);
            if (chunk.size() == CHUNK) {
                changed += send(sql, chunk);
                chunk = new ArrayList<>();
            }
        }
        return chunk.isEmpty() ? changed : changed + send(sql, chunk);
    }

    private double send(String sql, List<List<@Nullable Object>> chunk) {
        Iterator<List<@Nullable Object>> parameters = chunk.iterator();
        return ask(() -> rows.batch(sql, parameters));
    }

    private @Nullable Object insert(Call call) {
        QualifiedIdentifier table = identifier(call.atMost(2).qualified(0, "the name of a table"));
        Value row = call.any(1, "a row");
        if (!ValueKinds.isPlain(row) || row.getMemberKeys().isEmpty()) {
            throw call.wrong(
                    call.span(),
                    "db.insert takes a row as an object, and not " + ValueKinds.of(row),
                    "{ name: 'Ada' }");
        }
        List<Identifier> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (String column : row.getMemberKeys()) {
            columns.add(identifier(Written.name(column, call.place())));
            values.add(RowText.value(row.getMember(column), call));
        }
        @Nullable Object key = ask(() -> rows.insert(table, columns, values));
        return makeValue.execute(RowText.of(key));
    }

    private static List<@Nullable Object> values(Call call, int first) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int at = first; at < call.arguments().size(); at++) {
            values.add(RowText.value(call.arguments().get(at), call));
        }
        return values;
    }

    private static QualifiedIdentifier identifier(QualifiedName name) {
        Identifier last = identifier(name.last());
        return name.parts().size() < 2
                ? QualifiedIdentifier.of(last)
                : new QualifiedIdentifier(
                        identifier(name.parts().get(name.parts().size() - 2)), last);
    }

    private static Identifier identifier(Name name) {
        return new Identifier(name.text(), name.quoted());
    }
}
