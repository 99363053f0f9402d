package dev.mig.report;

import java.util.List;

/** Tables with their columns. */
public record TablesReport(List<Page.Definition> tables) implements Report {
    public TablesReport {
        tables = List.copyOf(tables);
    }

    @Override
    public void write(Page page) {
        if (tables.isEmpty()) {
            page.line("there are no tables");
        }
        page.definitions(0, TextStyle.HEADING, tables);
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .putObjects(
                        "tables",
                        tables.stream()
                                .map(it ->
                                        new JsonObject().put("name", it.term()).put("columns", it.says()))
                                .toList());
    }
}
