package dev.mig.report;

import dev.mig.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a project on one screen.
 *
 * @param url without its passwords
 * @param environment empty for none
 * @param rows of the version table
 * @param revisions those that the rows and the heads name, as far as files know them
 * @param next what an upgrade would apply first; null if nothing waits, or several could be meant
 * @param problems what has to be settled before the database can be moved
 */
public record StatusReport(
        String url,
        String environment,
        boolean isProtected,
        List<String> rows,
        List<String> heads,
        List<RevisionEntry> revisions,
        int pending,
        @Nullable RevisionEntry next,
        List<Diagnostic> problems)
        implements Report {

    public StatusReport {
        rows = List.copyOf(rows);
        heads = List.copyOf(heads);
        revisions = List.copyOf(revisions);
        problems = List.copyOf(problems);
    }

    @Override
    public void write(Page page) {
        field(page, "database", List.of(url));
        if (!environment.isEmpty()) {
            String guarded = isProtected ? page.styled(TextStyle.DANGER, " (protected)") : "";
            field(page, "environment", List.of(environment + guarded));
        }
        field(page, "at", rows.isEmpty() ? List.of("base: nothing is applied") : lines(page, rows));
        field(page, "heads", heads.isEmpty() ? List.of("there are no revisions") : lines(page, heads));
        field(page, "pending", pending(page));
        if (problems.isEmpty()) {
            field(page, "problems", List.of("none"));
            return;
        }
        field(page, "problems", List.of(page.styled(TextStyle.DANGER, Integer.toString(problems.size()))));
        for (Diagnostic it : problems) {
            page.line();
            page.diagnostic(it);
        }
    }

    private List<String> pending(Page page) {
        if (pending == 0) {
            return List.of("none");
        }
        List<String> lines = new ArrayList<>();
        String command = heads.size() > 1 ? "migrate upgrade heads" : "migrate upgrade";
        lines.add(pending + ": " + page.styled(TextStyle.COMMAND, command));
        if (next != null) {
            lines.add("next is " + next.line(page, page.width() - 20));
        }
        return lines;
    }

    private List<String> lines(Page page, List<String> ids) {
        return ids.stream()
                .map(id -> revisions.stream()
                        .filter(it -> it.revision().equals(id))
                        .findFirst()
                        .map(it -> it.line(page, page.width() - 13))
                        .orElse(page.styled(TextStyle.REVISION, id)))
                .toList();
    }

    private static void field(Page page, String name, List<String> lines) {
        String label = name;
        for (String line : lines) {
            page.line(page.styled(TextStyle.HEADING, label) + " ".repeat(13 - label.length()) + line);
            label = "";
        }
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .put("url", url)
                .putTexts("rows", rows)
                .putTexts("heads", heads)
                .put("pending", pending)
                .putObjects("problems", problems.stream().map(Failure::json).toList());
    }
}
