package dev.mig.lint;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of rules in one revision. */
final class Findings {
    /** @param statement that holds the place: what is allowed above the one is allowed for the other */
    record Finding(Diagnostic diagnostic, Span statement) {}

    private final List<Finding> found = new ArrayList<>();

    void error(Code code, Span place, Span statement, String message, String... hints) {
        found.add(new Finding(allowable(Diagnostic.error(code, place, message, hints)), statement));
    }

    void warn(Code code, Span place, Span statement, String message, String... hints) {
        found.add(new Finding(allowable(Diagnostic.warning(code, place, message, hints)), statement));
    }

    private static Diagnostic allowable(Diagnostic diagnostic) {
        return diagnostic.withHint("if it is meant so, above it: -- lint: allow "
                + diagnostic.code().id() + " and the reason");
    }

    List<Finding> list() {
        return List.copyOf(found);
    }
}
