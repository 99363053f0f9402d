package dev.mig.report;

import dev.mig.source.Diagnostic;
import java.util.List;

/**
 * Risky operations found in revisions.
 *
 * @param revisions how many were looked at
 * @param found by place
 */
public record LintReport(int revisions, List<Diagnostic> found) implements Report {
    public LintReport {
        found = List.copyOf(found);
    }

    @Override
    public void write(Page page) {
        found.stream().filter(it -> !it.isError()).forEach(it -> {
            page.diagnostic(it);
            page.line();
        });
        String looked = revisions == 1 ? "1 revision" : revisions + " revisions";
        if (found.isEmpty()) {
            page.line("nothing risky in " + looked);
        } else {
            long errors = found.stream().filter(Diagnostic::isError).count();
            page.line(found.size() + " found in " + looked + ", " + errors
                    + (errors == 1 ? " of them an error" : " of them errors"));
        }
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .putObjects("diagnostics", found.stream().map(Failure::json).toList());
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return found.stream().filter(Diagnostic::isError).toList();
    }
}
