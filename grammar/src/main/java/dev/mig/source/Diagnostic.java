package dev.mig.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem, its position, and how to fix it.
 *
 * @param message one sentence that stands alone: lower case first, no full stop
 * @param span the place, or {@link Span#none()} where there is none (a flag, a database)
 * @param related further places that belong to the fact, each with what it is
 * @param hints ways out, most useful first; what can be pasted or typed stands in them as it is
 */
public record Diagnostic(
        Code code, Severity severity, String message, Span span, List<Related> related, List<String> hints) {

    /** Another position that belongs to the problem: {@code first defined here}. */
    public record Related(Span span, String message) {}

    public Diagnostic {
        related = List.copyOf(related);
        hints = List.copyOf(hints);
    }

    public static Diagnostic error(Code code, Span span, String message, String... hints) {
        return new Diagnostic(code, Severity.ERROR, message, span, List.of(), List.of(hints));
    }

    public static Diagnostic warning(Code code, Span span, String message, String... hints) {
        return new Diagnostic(code, Severity.WARNING, message, span, List.of(), List.of(hints));
    }

    public static Diagnostic note(Code code, Span span, String message, String... hints) {
        return new Diagnostic(code, Severity.NOTE, message, span, List.of(), List.of(hints));
    }

    public Diagnostic withRelated(List<Related> places) {
        return new Diagnostic(code, severity, message, span, places, hints);
    }

    /** With one more hint; null adds nothing. */
    public Diagnostic withHint(@Nullable String hint) {
        if (hint == null) {
            return this;
        }
        List<String> more = new java.util.ArrayList<>(hints);
        more.add(hint);
        return new Diagnostic(code, severity, message, span, related, more);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
