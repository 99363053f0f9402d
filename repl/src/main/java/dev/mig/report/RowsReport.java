package dev.mig.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results of SQL statements.
 *
 * @param expanded whether rows are shown a page each, also where they would have room on a line
 */
public record RowsReport(List<Result> results, boolean expanded) implements Report {

    /** The result of one statement. */
    public sealed interface Result {}

    /**
     * @param numbers which columns hold numbers
     * @param rows a null for a null
     * @param more whether there are more rows than are shown
     */
    public record Rows(
            List<String> columns, List<Boolean> numbers, List<List<@Nullable String>> rows, boolean more, long millis)
            implements Result {
        public Rows {
            columns = List.copyOf(columns);
            numbers = List.copyOf(numbers);
            rows = List.copyOf(rows);
        }
    }

    /** @param count of rows; negative where that means nothing */
    public record Changed(long count, long millis) implements Result {}

    public RowsReport {
        results = List.copyOf(results);
    }

    @Override
    public void write(Page page) {
        for (Result result : results) {
            switch (result) {
                case Rows it -> write(it, page);
                case Changed it ->
                    page.line((it.count() < 0 ? "done" : counted(it.count()) + " changed")
                            + page.styled(TextStyle.FAINT, " (" + Durations.text(it.millis()) + ")"));
            }
        }
    }

    private void write(Rows it, Page page) {
        List<TableText.Column> columns = new ArrayList<>();
        for (int at = 0; at < it.columns().size(); at++) {
            columns.add(new TableText.Column(it.columns().get(at), it.numbers().get(at)));
        }
        TableText table = new TableText(columns, it.rows());
        if (expanded || !table.fits(page)) {
            table.writeExpanded(page);
        } else {
            table.write(page);
        }
        String count = it.more()
                ? "the first " + counted(it.rows().size())
                : counted(it.rows().size());
        page.line(page.styled(TextStyle.FAINT, "(" + count + ", " + Durations.text(it.millis()) + ")"));
    }

    private static String counted(long rows) {
        return String.format(java.util.Locale.ROOT, "%,d row%s", rows, rows == 1 ? "" : "s");
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .putObjects("results", results.stream().map(RowsReport::json).toList());
    }

    private static JsonObject json(Result result) {
        return switch (result) {
            case Changed it ->
                new JsonObject()
                        .put("changed", it.count() < 0 ? null : (Long) it.count())
                        .put("millis", it.millis());
            case Rows it -> {
                List<JsonObject> rows = new ArrayList<>();
                for (List<@Nullable String> row : it.rows()) {
                    Map<String, @Nullable String> named = new LinkedHashMap<>();
                    for (int at = 0; at < row.size(); at++) {
                        named.put(it.columns().get(at), row.get(at));
                    }
                    JsonObject object = new JsonObject();
                    named.forEach(object::put);
                    rows.add(object);
                }
                yield new JsonObject()
                        .putTexts("columns", it.columns())
                        .putObjects("rows", rows)
                        .put("more", it.more())
                        .put("millis", it.millis());
            }
        };
    }
}
