package dev.mig.report;

import dev.mig.source.Diagnostic;
import dev.mig.source.Exit;
import java.util.List;

/**
 * The result of a move that was made and taken back.
 *
 * @param changes to the schema, as they would stand in a revision
 * @param kept why nothing of it stays
 * @param nothing why there was nothing to do; empty if there was
 */
public record TryReport(
        String direction,
        List<Step> steps,
        List<DifferenceReport.Entry> changes,
        String kept,
        String nothing,
        List<Diagnostic> diagnostics)
        implements Report {
    public record Step(String revision, String message, List<Sent> sent) {
        public Step {
            sent = List.copyOf(sent);
        }
    }

    /** @param sql with literals */
    public record Sent(String sql, long millis) {}

    public TryReport {
        steps = List.copyOf(steps);
        changes = List.copyOf(changes);
        diagnostics = List.copyOf(diagnostics);
    }

    @Override
    public void write(Page page) {
        if (!nothing.isEmpty()) {
            page.line("nothing to do: " + nothing);
            return;
        }
        for (Step step : steps) {
            if (step.sent().isEmpty() && exit() != Exit.OK) {
                continue;
            }
            page.line(direction + " " + page.styled(TextStyle.REVISION, step.revision()) + "  " + step.message());
            for (Sent sent : step.sent()) {
                String time = page.styled(TextStyle.FAINT, " (" + Durations.text(sent.millis()) + ")");
                List<String> lines = sent.sql().lines().toList();
                for (int at = 0; at < lines.size(); at++) {
                    page.line(
                            "    " + page.styled(TextStyle.SQL, lines.get(at)) + (at == lines.size() - 1 ? time : ""));
                }
            }
        }
        if (exit() == Exit.OK) {
            page.line(changes.isEmpty() ? "the schema would stay as it is" : "the schema would change by:");
            for (DifferenceReport.Entry change : changes) {
                boolean harmless = change.grade().equals("reversible");
                page.line(harmless ? "" : "\n  " + page.styled(TextStyle.DANGER, "-- " + change.grade()));
                change.text().lines().forEach(it -> page.line(("  " + it).stripTrailing()));
            }
            page.line("");
        }
        page.line("tried only: " + kept + ", and nothing was changed");
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .put("direction", direction)
                .putObjects(
                        "steps",
                        steps.stream()
                                .map(it -> new JsonObject()
                                        .put("revision", it.revision())
                                        .put("message", it.message())
                                        .putObjects(
                                                "statements",
                                                it.sent().stream()
                                                        .map(sent -> new JsonObject()
                                                                .put("sql", sent.sql())
                                                                .put("millis", sent.millis()))
                                                        .toList()))
                                .toList())
                .putObjects(
                        "operations",
                        changes.stream()
                                .map(it ->
                                        new JsonObject().put("text", it.text()).put("grade", it.grade()))
                                .toList());
    }
}
