package dev.mig.report;

import dev.mig.source.Exit;
import java.util.List;

/**
 * The current revisions of the database.
 *
 * @param rows of the version table
 * @param known those of them that files describe
 * @param heads ids
 * @param checked whether not being at the heads counts as a difference
 */
public record CurrentReport(
        List<String> rows, List<RevisionEntry> known, List<String> heads, int pending, boolean checked, boolean verbose)
        implements Report {

    public CurrentReport {
        rows = List.copyOf(rows);
        known = List.copyOf(known);
        heads = List.copyOf(heads);
    }

    private boolean atHead() {
        return pending == 0 && rows.size() == known.size();
    }

    @Override
    public void write(Page page) {
        if (rows.isEmpty()) {
            page.line("nothing is applied");
        }
        for (String row : rows) {
            known.stream()
                    .filter(it -> it.revision().equals(row))
                    .findFirst()
                    .ifPresentOrElse(
                            it -> {
                                page.line(it.line(page, page.width()));
                                if (verbose) {
                                    page.definitions(2, TextStyle.FAINT, it.details());
                                }
                            },
                            () -> page.line(page.styled(TextStyle.REVISION, row) + "  "
                                    + page.styled(TextStyle.DANGER, "no file has this revision")));
        }
        if (pending > 0) {
            page.line(pendingText(pending) + ": " + page.styled(TextStyle.COMMAND, upgrade()));
        }
    }

    private String upgrade() {
        return heads.size() > 1 ? "migrate upgrade heads" : "migrate upgrade";
    }

    static String pendingText(int pending) {
        return pending == 1 ? "1 revision is pending" : pending + " revisions are pending";
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .putTexts("rows", rows)
                .putTexts("heads", heads)
                .put("pending", pending)
                .put("atHead", atHead());
    }

    @Override
    public Exit exit() {
        return checked && !atHead() ? Exit.DIFFERENCE : Exit.OK;
    }
}
