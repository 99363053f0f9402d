package dev.mig.report;

import java.util.function.Consumer;

/**
 * SQL that somebody runs by hand. On stdout stands nothing else, so that it can go into a file.
 *
 * @param move what the SQL does
 * @param sql writes it, whole lines at a time: it may be longer than memory
 */
public record SqlReport(MoveReport move, Consumer<Consumer<String>> sql) implements Report {
    @Override
    public void write(Page page) {
        sql.accept(page::text);
    }

    @Override
    public JsonObject json() {
        StringBuilder text = new StringBuilder();
        sql.accept(text::append);
        return move.json().put("sql", text.toString());
    }
}
