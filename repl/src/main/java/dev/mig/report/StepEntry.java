package dev.mig.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision that was, or would be, applied or reverted.
 *
 * @param grade the worst of what this direction runs
 * @param transactional whether all of it commits together
 * @param parts of what it sends, with literals, as a person would run them
 * @param millis null where it did not run
 */
public record StepEntry(
        String revision,
        String message,
        String file,
        String grade,
        boolean transactional,
        List<Part> parts,
        @Nullable Long millis) {

    public StepEntry {
        parts = List.copyOf(parts);
    }

    /** @param transactional whether its statements commit together, and not one by one */
    public record Part(boolean transactional, List<String> statements) {
        public Part {
            statements = List.copyOf(statements);
        }
    }

    JsonObject json() {
        return new JsonObject()
                .put("revision", revision)
                .put("message", message)
                .put("file", file)
                .put("grade", grade)
                .put("transactional", transactional)
                .putTexts(
                        "statements",
                        parts.stream().flatMap(it -> it.statements().stream()).toList())
                .put("millis", millis);
    }

    /** {@code upgrade ae1027a6b8c1  add orders (12 ms)}; its grade in place of the time where it did not run. */
    public String line(Page page, String direction) {
        String note = page.styled(TextStyle.FAINT, " (" + (millis == null ? grade : Durations.text(millis)) + ")");
        return direction + " " + page.styled(TextStyle.REVISION, revision) + "  " + message + note;
    }

    /** Its statements, grouped by transaction. */
    void writeStatements(Page page) {
        for (Part part : parts) {
            if (parts.size() > 1) {
                String commits = part.transactional() ? "in one transaction" : "each commits by itself";
                page.line("    " + page.styled(TextStyle.FAINT, "-- " + commits));
            }
            for (String statement : part.statements()) {
                statement.lines().forEach(it -> page.line("    " + page.styled(TextStyle.SQL, it)));
            }
        }
    }
}
