package dev.mig.report;

import dev.mig.source.Diagnostic;
import dev.mig.source.Exit;
import java.util.List;

/**
 * Files that were formatted, or should be.
 *
 * @param files as people know them
 * @param check whether nothing was written
 * @param diagnostics what is wrong with files that could not be formatted
 */
public record FormatReport(List<String> files, boolean check, List<Diagnostic> diagnostics) implements Report {
    public FormatReport {
        files = List.copyOf(files);
        diagnostics = List.copyOf(diagnostics);
    }

    @Override
    public void write(Page page) {
        files.forEach(it -> page.line((check ? "would change  " : "changed  ") + it));
        if (files.isEmpty() && diagnostics.isEmpty()) {
            page.line("all files are formatted");
        }
    }

    @Override
    public JsonObject json() {
        return new JsonObject().putTexts("files", files);
    }

    @Override
    public Exit exit() {
        Exit worst = Report.super.exit();
        return worst == Exit.OK && check && !files.isEmpty() ? Exit.DIFFERENCE : worst;
    }
}
