package dev.mig.js;

import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Declarative changes of rows: {@code insert}, {@code update}, {@code delete}, {@code load}. */
final class RowsRecorder {
    private static final String[] BATCHES = {"where", "by", "batch", "pause", "reverse"};

    private RowsRecorder() {}

    /** Rows are objects; all of them have the same columns. */
    static Statement insert(Call call) {
        Options given = call.options(2, "reverse");
        QualifiedName table = call.qualified(0, "the name of a table");
        org.graalvm.polyglot.Value rows = call.any(1, "a row or an array of rows");
        List<org.graalvm.polyglot.Value> all = rows.hasArrayElements() ? ValueKinds.elements(rows) : List.of(rows);
        Set<String> columns = new LinkedHashSet<>();
        List<Statement.Row> written = new ArrayList<>();
        for (org.graalvm.polyglot.Value row : all) {
            if (!ValueKinds.isPlain(row) || row.getMemberKeys().isEmpty()) {
                throw call.wrong(
                        call.span(),
                        call.method() + " takes rows as objects, and not " + ValueKinds.of(row),
                        "{ id: 1, name: 'Ada' }");
            }
            if (columns.isEmpty()) {
                columns.addAll(row.getMemberKeys());
            }
            written.add(row(call, row, columns));
        }
        if (written.isEmpty()) {
            throw call.wrong(call.span(), call.method() + " is given no row");
        }
        List<Name> names = columns.stream().map(it -> column(it, call)).toList();
        return new Statement.Insert(table, names, new Statement.Values(written), Reversals.of(given), call.span());
    }

    private static Statement.Row row(Call call, org.graalvm.polyglot.Value row, Set<String> columns) {
        if (!row.getMemberKeys().equals(columns)) {
            Set<String> others = new LinkedHashSet<>(row.getMemberKeys());
            others.removeAll(columns);
            Set<String> missing = new LinkedHashSet<>(columns);
            missing.removeAll(row.getMemberKeys());
            throw call.wrong(
                    others.isEmpty()
                            ? call.span()
                            : call.place().ofWord(others.iterator().next()),
                    "the rows of one insert have the same columns, and one "
                            + (missing.isEmpty()
                                    ? "has \"" + others.iterator().next() + "\" too"
                                    : "lacks \"" + missing.iterator().next() + "\""),
                    "insert them with two calls, or write null or op.defaultValue() where a value is left out");
        }
        List<Value> values = new ArrayList<>();
        for (String column : columns) {
            values.add(ValueWriting.of(row.getMember(column), call, "column \"" + column + "\""));
        }
        return new Statement.Row(values, call.span());
    }

    static Statement insertSelect(Call call) {
        Options given = call.options(3, "reverse");
        return new Statement.Insert(
                call.qualified(0, "the name of a table"),
                call.names(1, "its columns"),
                new Statement.Query(call.sql(2, "a query")),
                Reversals.of(given),
                call.span());
    }

    static Statement update(Call call) {
        Options given = call.options(2, BATCHES);
        org.graalvm.polyglot.Value set = call.any(1, "what to set");
        if (!ValueKinds.isPlain(set) || set.getMemberKeys().isEmpty()) {
            throw call.wrong(
                    call.span(),
                    call.method() + " takes what to set as an object, and not " + ValueKinds.of(set),
                    "{ state: 'new' }");
        }
        List<Statement.Assignment> assignments = new ArrayList<>();
        for (String column : set.getMemberKeys()) {
            Value value = ValueWriting.of(set.getMember(column), call, "column \"" + column + "\"");
            assignments.add(new Statement.Assignment(column(column, call), value, call.span()));
        }
        return new Statement.Update(
                call.qualified(0, "the name of a table"),
                assignments,
                given.expression("where"),
                batches(given),
                Reversals.of(given),
                call.span());
    }

    static Statement delete(Call call) {
        Options given = call.options(1, BATCHES);
        return new Statement.Delete(
                call.qualified(0, "the name of a table"),
                given.expression("where"),
                batches(given),
                Reversals.of(given),
                call.span());
    }

    static Statement load(Call call) {
        Options given = call.options(2, "columns", "reverse");
        return new Statement.Load(
                call.text(1, "the name of a file"),
                call.qualified(0, "the name of a table"),
                given.names("columns"),
                Reversals.of(given),
                call.span());
    }

    private static Statement.@Nullable Batches batches(Options given) {
        org.graalvm.polyglot.Value size = given.value("batch");
        Name by = given.name("by");
        Text pause = given.text("pause");
        if (size == null) {
            if (by != null || pause != null) {
                throw given.call()
                        .wrong(given.call().span(), "batches need their size", "{ batch: 5000 }: that many rows each");
            }
            return null;
        }
        if (!size.fitsInInt() || size.asInt() < 1) {
            throw given.wrong("batch", "a number of rows, at least 1", size);
        }
        return new Statement.Batches(by, size.asInt(), pause, given.call().span());
    }

    /** A key of an object names a column; where it stands in the call is found as well as may be. */
    private static Name column(String key, Call call) {
        Name name = Written.name(key, call.place());
        Span span = call.place().of(key);
        return new Name(
                name.text(),
                name.quoted(),
                span.equals(call.span()) ? call.place().ofWord(key) : span);
    }
}
