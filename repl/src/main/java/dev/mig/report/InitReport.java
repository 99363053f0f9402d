package dev.mig.report;

import java.util.List;

/**
 * The files that {@code init} created or found.
 *
 * @param next what to type now
 */
public record InitReport(List<String> made, List<String> kept, String next) implements Report {
    public InitReport {
        made = List.copyOf(made);
        kept = List.copyOf(kept);
    }

    @Override
    public void write(Page page) {
        made.forEach(it -> page.line("made  " + it));
        kept.forEach(it -> page.line(page.styled(TextStyle.FAINT, "kept  " + it)));
        page.line();
        page.line("Next: " + page.styled(TextStyle.COMMAND, next));
    }

    @Override
    public JsonObject json() {
        return new JsonObject().putTexts("made", made).putTexts("kept", kept);
    }
}
