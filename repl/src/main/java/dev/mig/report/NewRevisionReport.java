package dev.mig.report;

import java.util.List;

/**
 * A revision file that was created.
 *
 * @param file as people know it
 * @param revises full ids; empty for a root
 * @param shared tables that both sides of a merge touch, where it is one
 * @param beside other files that were made for it
 */
public record NewRevisionReport(
        String revision, String file, List<String> revises, List<String> shared, List<String> beside)
        implements Report {
    public NewRevisionReport {
        revises = List.copyOf(revises);
        shared = List.copyOf(shared);
        beside = List.copyOf(beside);
    }

    @Override
    public void write(Page page) {
        page.line("made  " + file);
        beside.forEach(it -> page.line("made  " + it));
        page.line(page.styled(TextStyle.FAINT, "after ") + (revises.isEmpty() ? "base" : String.join(", ", revises)));
        if (!shared.isEmpty()) {
            page.line();
            page.line("More than one side changes " + String.join(", ", shared)
                    + ": look whether what they do fits together, in whatever order they were applied.");
        }
    }

    @Override
    public JsonObject json() {
        return new JsonObject().put("revision", revision).put("file", file);
    }
}
