package dev.mig.report;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import java.util.List;

/**
 * Problems found in files.
 *
 * @param databases that they were compiled for
 * @param found by place
 */
public record ValidateReport(int revisions, List<String> databases, List<Diagnostic> found) implements Report {
    public ValidateReport {
        databases = List.copyOf(databases);
        found = List.copyOf(found);
    }

    /** Notes and warnings are a result here and therefore go to stdout. */
    @Override
    public void write(Page page) {
        found.stream().filter(it -> !isOfErrors(it)).forEach(it -> {
            page.diagnostic(it);
            page.line();
        });
        if (diagnostics().isEmpty()) {
            String count = revisions == 1 ? "1 revision is" : revisions + " revisions are";
            page.line(count + " right" + (databases.isEmpty() ? "" : " for " + String.join(", ", databases)));
        }
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .putObjects("diagnostics", found.stream().map(Failure::json).toList());
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return found.stream().filter(ValidateReport::isOfErrors).toList();
    }

    /** How many more errors a file has is told behind them. */
    private static boolean isOfErrors(Diagnostic diagnostic) {
        return diagnostic.isError() || diagnostic.code() == Code.MORE;
    }
}
