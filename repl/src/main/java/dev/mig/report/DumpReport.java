package dev.mig.report;

import java.util.ArrayList;
import java.util.List;

/** That a schema file was written, and how much there is in it. */
public record DumpReport(String file, int tables, int views, int types) implements Report {

    @Override
    public void write(Page page) {
        List<String> parts = new ArrayList<>();
        part(tables, "table", parts);
        part(views, "view", parts);
        part(types, "type", parts);
        page.line("wrote  " + file + (parts.isEmpty() ? "" : "  (" + String.join(", ", parts) + ")"));
    }

    private static void part(int count, String word, List<String> parts) {
        if (count > 0) {
            parts.add(count + " " + word + (count == 1 ? "" : "s"));
        }
    }

    @Override
    public JsonObject json() {
        return new JsonObject().put("file", file);
    }
}
