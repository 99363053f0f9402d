package dev.mig.report;

import dev.mig.source.Diagnostic;
import dev.mig.source.Exit;
import java.util.List;

/**
 * Statements that were run outside the history.
 *
 * @param sent those that succeeded, with literals
 * @param recorded the message of the revision that collects them; empty for none
 */
public record StatementsReport(List<Sent> sent, String recorded, List<Diagnostic> diagnostics) implements Report {
    public record Sent(String sql, long millis) {}

    public StatementsReport {
        sent = List.copyOf(sent);
        diagnostics = List.copyOf(diagnostics);
    }

    @Override
    public void write(Page page) {
        if (sent.isEmpty() && diagnostics.isEmpty()) {
            page.line("nothing to do");
            return;
        }
        if (exit() != Exit.OK) {
            if (!sent.isEmpty()) {
                page.line(counted() + " before it stayed done");
            }
            return;
        }
        long millis = sent.stream().mapToLong(Sent::millis).sum();
        String kept = recorded.isEmpty() ? "" : ", recorded for \"" + recorded + "\"";
        page.line("done: " + counted() + kept + page.styled(TextStyle.FAINT, " (" + Durations.text(millis) + ")"));
    }

    private String counted() {
        return sent.size() == 1 ? "1 statement" : sent.size() + " statements";
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .putObjects(
                        "statements",
                        sent.stream()
                                .map(it -> new JsonObject().put("sql", it.sql()).put("millis", it.millis()))
                                .toList());
    }
}
