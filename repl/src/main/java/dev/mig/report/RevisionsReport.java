package dev.mig.report;

import java.util.List;

/**
 * A list of revisions, in the order given by the command.
 *
 * @param verbose whether each is followed by what its line has no room for
 * @param none what to say where the list is empty
 */
public record RevisionsReport(List<RevisionEntry> revisions, boolean verbose, String none) implements Report {
    public RevisionsReport {
        revisions = List.copyOf(revisions);
    }

    @Override
    public void write(Page page) {
        if (revisions.isEmpty()) {
            page.line(none);
        }
        int columns = page.width();
        for (RevisionEntry it : revisions) {
            String mark = it.mark(page);
            page.line(mark.isEmpty() ? it.line(page, columns) : mark + " " + it.line(page, columns - 2));
            if (verbose) {
                page.definitions(mark.isEmpty() ? 2 : 4, TextStyle.FAINT, it.details());
            }
        }
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .putObjects(
                        "revisions", revisions.stream().map(RevisionEntry::json).toList());
    }
}
