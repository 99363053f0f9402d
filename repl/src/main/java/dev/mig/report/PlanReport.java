package dev.mig.report;

import java.util.List;

/**
 * A summary of what a move will do.
 *
 * @param to rows of the version table after it
 * @param losses what is there now and would be gone: which, and how much
 */
public record PlanReport(String direction, List<String> to, List<StepEntry> steps, List<Page.Definition> losses)
        implements Report {
    /** More steps than can be read at a glance. */
    private static final int MANY = 12;

    public PlanReport {
        to = List.copyOf(to);
        steps = List.copyOf(steps);
        losses = List.copyOf(losses);
    }

    @Override
    public void write(Page page) {
        String rows = page.styled(TextStyle.REVISION, to.isEmpty() ? "base" : String.join(", ", to));
        if (steps.isEmpty()) {
            page.line("nothing to do: the database is at " + rows);
            return;
        }
        page.line(page.styled(TextStyle.HEADING, "plan") + " " + direction + " to " + rows + ", "
                + (steps.size() == 1 ? "1 step" : steps.size() + " steps") + ":");
        steps.stream().limit(steps.size() > MANY ? MANY - 1 : MANY).forEach(it -> line(page, it));
        if (steps.size() > MANY) {
            page.line("  … and " + (steps.size() - MANY + 1) + " more" + grades(page));
        }
        if (!losses.isEmpty()) {
            page.line(page.styled(TextStyle.DANGER, "loses what is there:"));
            page.definitions(2, TextStyle.DANGER, losses);
        }
    }

    private static void line(Page page, StepEntry step) {
        page.line("  " + page.styled(TextStyle.REVISION, step.revision()) + "  " + step.message() + "  "
                + grade(page, step.grade()));
    }

    private String grades(Page page) {
        long lossy =
                steps.stream().filter(it -> !it.grade().equals("reversible")).count();
        return lossy == 0 ? "" : ", " + page.styled(TextStyle.DANGER, lossy + " of all that lose something");
    }

    private static String grade(Page page, String grade) {
        return page.styled(grade.equals("reversible") ? TextStyle.FAINT : TextStyle.DANGER, "(" + grade + ")");
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .put("direction", direction)
                .putTexts("to", to)
                .putObjects("steps", steps.stream().map(StepEntry::json).toList())
                .putObjects(
                        "losses",
                        losses.stream()
                                .map(it -> new JsonObject().put("of", it.term()).put("amount", it.says()))
                                .toList());
    }
}
