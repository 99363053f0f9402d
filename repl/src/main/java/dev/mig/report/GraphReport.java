package dev.mig.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Revisions next to a drawing of the graph.
 *
 * @param rows newest on top
 * @param verbose whether each revision is followed by what its line has no room for
 */
public record GraphReport(List<Row> rows, boolean verbose) implements Report {

    /**
     * A line of the drawing.
     *
     * @param cells with a {@code *} where the revision stands
     * @param revision null for a line that only leads on
     */
    public record Row(String cells, @Nullable RevisionEntry revision) {}

    public GraphReport {
        rows = List.copyOf(rows);
    }

    @Override
    public void write(Page page) {
        if (rows.isEmpty()) {
            page.line("there are no revisions");
        }
        int columns = page.width();
        for (Row row : rows) {
            RevisionEntry revision = row.revision();
            if (revision == null) {
                page.line(page.styled(TextStyle.FAINT, row.cells()));
                continue;
            }
            int star = row.cells().indexOf('*');
            String mark = revision.mark(page);
            page.line(page.styled(TextStyle.FAINT, row.cells().substring(0, star))
                    + (mark.isEmpty() ? "*" : mark)
                    + page.styled(TextStyle.FAINT, row.cells().substring(star + 1))
                    + " "
                    + revision.line(page, columns - row.cells().length() - 1));
            if (verbose) {
                // A merge of more than two reaches to the right only in its own row.
                String below = row.cells()
                        .replace('*', revision.parents().isEmpty() ? ' ' : '|')
                        .replace('-', ' ')
                        .replace('.', ' ');
                revision.details()
                        .forEach(it -> page.line(page.styled(
                                        TextStyle.FAINT,
                                        below + "   " + it.term()
                                                + " ".repeat(12 - it.term().length()))
                                + it.says()));
            }
        }
    }

    @Override
    public JsonObject json() {
        Stream<RevisionEntry> revisions = rows.stream().map(Row::revision).filter(Objects::nonNull);
        return new JsonObject()
                .putObjects("revisions", revisions.map(RevisionEntry::json).toList());
    }
}
