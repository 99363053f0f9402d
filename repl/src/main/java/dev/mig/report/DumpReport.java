package dev.mig.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The result of writing a schema file.
 *
 * @param beyond how much is only named in it, since no statement makes it
 */
public record DumpReport(String file, int tables, int views, int types, int objects, int beyond) implements Report {

    @Override
    public void write(Page page) {
        List<String> parts = new ArrayList<>();
        part(tables, "table", parts);
        part(views, "view", parts);
        part(types, "type", parts);
        part(objects, "object", parts);
        page.line("wrote  " + file + (parts.isEmpty() ? "" : "  (" + String.join(", ", parts) + ")"));
        if (beyond > 0) {
            page.line("note   " + beyond + (beyond == 1 ? " thing has" : " things have")
                    + " no statement in it, and stand" + (beyond == 1 ? "s" : "") + " in a comment at its top");
        }
    }

    private static void part(int count, String word, List<String> parts) {
        if (count > 0) {
            parts.add(count + " " + word + (count == 1 ? "" : "s"));
        }
    }

    @Override
    public JsonObject json() {
        return new JsonObject().put("file", file).put("beyond", beyond);
    }
}
