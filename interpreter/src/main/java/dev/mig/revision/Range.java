package dev.mig.revision;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A range of revisions: {@code ae10:head}, {@code -3:}, {@code :b2}.
 *
 * @param from null where the range begins at the bases
 * @param to null where it ends at the heads
 */
public record Range(@Nullable Target from, @Nullable Target to, Span span) {
    /**
     * Takes a word apart.
     *
     * @throws DiagnosticException that points into the word
     */
    public static Range parse(String word) {
        Source source = Source.typed("range", word);
        int colon = word.indexOf(':');
        if (colon < 0) {
            String trimmed = word.strip();
            throw new DiagnosticException(Diagnostic.error(
                    Code.TARGET_WORD,
                    source.span(0, word.length()),
                    "a range needs a colon between its ends, and \"" + trimmed + "\" has none",
                    trimmed.isEmpty()
                            ? "say a:b, a: or :b"
                            : "say \"" + trimmed + ":\" for what follows it, or \":" + trimmed
                                    + "\" for what leads to it"));
        }
        int second = word.indexOf(':', colon + 1);
        if (second >= 0) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.TARGET_WORD,
                    source.span(second, second + 1),
                    "a range has two ends, and there is a second colon",
                    "say a:b, a: or :b"));
        }
        TargetReader reader = new TargetReader(source);
        return new Range(
                word.substring(0, colon).isBlank() ? null : reader.target(0, colon),
                word.substring(colon + 1).isBlank() ? null : reader.target(colon + 1, word.length()),
                source.span(0, word.length()));
    }

    /** Whether it means something else when something else is applied. */
    public boolean dependsOnApplied() {
        return dependsOnApplied(from, 1) || dependsOnApplied(to, -1);
    }

    /** {@code -N} at the beginning counts from the end, {@code +N} at the end from the beginning. */
    private static boolean dependsOnApplied(@Nullable Target end, int sign) {
        return end != null
                && end.dependsOnApplied()
                && !(end.isMove() && end.branch() == null && end.offset() * sign < 0);
    }

    /** As typed. */
    @Override
    public String toString() {
        return span.text().strip();
    }
}
