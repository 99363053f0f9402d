package dev.mig.compile;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects the problems of one file, so that all are reported at once. */
final class Problems {
    private final List<Diagnostic> found = new ArrayList<>();

    void error(Code code, Span span, String message, String... hints) {
        add(Diagnostic.error(code, span, message, hints));
    }

    void note(Code code, Span span, String message, String... hints) {
        add(Diagnostic.note(code, span, message, hints));
    }

    /** Two rules that find a problem with the same word report it once. */
    void add(Diagnostic diagnostic) {
        boolean said = found.stream()
                .anyMatch(it -> it.code() == diagnostic.code()
                        && it.span().equals(diagnostic.span())
                        && it.message().equals(diagnostic.message()));
        if (!said) {
            found.add(diagnostic);
        }
    }

    int count() {
        return found.size();
    }

    /** Whether one of these codes was reported since the count was taken. */
    boolean hasSince(int count, Set<Code> codes) {
        return found.subList(count, found.size()).stream().anyMatch(it -> codes.contains(it.code()));
    }

    boolean hasErrors() {
        return found.stream().anyMatch(Diagnostic::isError);
    }

    List<Diagnostic> byPlace() {
        return found.stream().sorted(DiagnosticException.BY_PLACE).toList();
    }
}
