package dev.mig.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision that was, or would be, applied or taken back.
 *
 * @param grade the worst of what this direction runs
 * @param transactional whether all of it commits together
 * @param statements with literals, as a person would run them
 * @param millis null where it did not run
 */
public record StepEntry(
        String revision,
        String message,
        String file,
        String grade,
        boolean transactional,
        List<String> statements,
        @Nullable Long millis) {

    public StepEntry {
        statements = List.copyOf(statements);
    }

    JsonObject json() {
        return new JsonObject()
                .put("revision", revision)
                .put("message", message)
                .put("file", file)
                .put("grade", grade)
                .put("transactional", transactional)
                .putTexts("statements", statements)
                .put("millis", millis);
    }

    /** {@code upgrade ae1027a6b8c1  add orders (12 ms)}; its grade in place of the time where it did not run. */
    public String line(Page page, String direction) {
        String note = page.ink(Ink.FAINT, " (" + (millis == null ? grade : Durations.text(millis)) + ")");
        return direction + " " + page.ink(Ink.REVISION, revision) + "  " + message + note;
    }
}
