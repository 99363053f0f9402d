package dev.mig.report;

import dev.mig.source.Diagnostic;
import java.util.List;

/**
 * The result of editing a file.
 *
 * @param diagnostics what is wrong with it now
 */
public record EditReport(String revision, String file, List<Diagnostic> diagnostics) implements Report {
    public EditReport {
        diagnostics = List.copyOf(diagnostics);
    }

    @Override
    public void write(Page page) {
        page.line("edited  " + file);
    }

    @Override
    public JsonObject json() {
        return new JsonObject().put("revision", revision).put("file", file);
    }
}
