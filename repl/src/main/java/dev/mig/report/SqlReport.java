package dev.mig.report;

import dev.mig.source.Diagnostic;
import java.util.List;
import java.util.function.Consumer;

/**
 * SQL to be run by hand. Standard output contains nothing else, so that it can be redirected to a file.
 *
 * @param move what the SQL does
 * @param diagnostics what the SQL goes without
 * @param sql writes it, whole lines at a time: it may be longer than memory
 */
public record SqlReport(MoveReport move, Consumer<Consumer<String>> sql, List<Diagnostic> diagnostics)
        implements Report {
    public SqlReport {
        diagnostics = List.copyOf(diagnostics);
    }

    @Override
    public void write(Page page) {
        sql.accept(page::text);
    }

    @Override
    public JsonObject json() {
        StringBuilder text = new StringBuilder();
        sql.accept(text::append);
        JsonObject json = move.json().put("sql", text.toString());
        return diagnostics.isEmpty()
                ? json
                : json.putObjects(
                        "diagnostics", diagnostics.stream().map(Failure::json).toList());
    }
}
