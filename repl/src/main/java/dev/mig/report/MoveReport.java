package dev.mig.report;

import dev.mig.source.Diagnostic;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What an upgrade, a downgrade or a stamp did, or would do.
 *
 * <p>The steps that ran were told one by one while they ran; only what a dry run would do is listed here.
 *
 * @param direction {@code upgrade}, {@code downgrade} or {@code stamp}
 * @param from rows of the version table before
 * @param to rows after; where the run stopped, those it stopped at
 * @param steps what was done, or in a dry run what would be
 * @param nothing why there was nothing to do; empty if there was
 */
public record MoveReport(
        String direction,
        List<String> from,
        List<String> to,
        List<StepEntry> steps,
        boolean dryRun,
        String nothing,
        List<Diagnostic> diagnostics)
        implements Report {

    private static final int MANY = 20;

    public MoveReport {
        from = List.copyOf(from);
        to = List.copyOf(to);
        steps = List.copyOf(steps);
        diagnostics = List.copyOf(diagnostics);
    }

    @Override
    public void write(Page page) {
        if (!nothing.isEmpty()) {
            page.line("nothing to do: " + nothing);
            return;
        }
        if (dryRun) {
            for (StepEntry step : steps) {
                page.line(step.line(page, direction));
                step.writeStatements(page);
            }
        }
        if (!failed()) {
            String rows = page.styled(TextStyle.REVISION, text(to));
            page.line(
                    dryRun
                            ? "dry run: nothing was changed; the database would be at " + rows
                            : "now at " + rows + total());
        }
    }

    private boolean failed() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** Of a run too long to count by eye. */
    private String total() {
        if (steps.size() <= MANY) {
            return "";
        }
        long millis = steps.stream()
                .map(StepEntry::millis)
                .filter(Objects::nonNull)
                .mapToLong(it -> it)
                .sum();
        return String.format(Locale.ROOT, " after %,d revisions (%s)", steps.size(), Durations.text(millis));
    }

    private static String text(Collection<String> rows) {
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }

    @Override
    public JsonObject json() {
        JsonObject json = new JsonObject()
                .put("direction", direction)
                .putTexts("from", from)
                .putTexts("to", to)
                .putObjects("steps", steps.stream().map(StepEntry::json).toList());
        return failed() ? json : json.put("dryRun", dryRun);
    }
}
