package dev.mig.source;

import java.util.Comparator;
import java.util.List;

/**
 * The only exception meant for people: it carries diagnostics and is caught in one place, where they are reported.
 *
 * <p>Its exit code is that of its first error.
 */
public final class DiagnosticException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** By file, and by position within each. */
    public static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(
                    (Diagnostic it) -> it.span().source().name())
            .thenComparingInt(it -> it.span().start());

    private final transient List<Diagnostic> diagnostics;

    public DiagnosticException(List<Diagnostic> diagnostics) {
        super(diagnostics.getFirst().message());
        this.diagnostics = List.copyOf(diagnostics);
    }

    public DiagnosticException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    public DiagnosticException(Diagnostic diagnostic, Throwable cause) {
        this(List.of(diagnostic));
        initCause(cause);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    public Exit exit() {
        return diagnostics.stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .orElse(diagnostics.getFirst())
                .code()
                .exit();
    }
}
