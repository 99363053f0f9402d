package dev.mig.project;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;

/** Creates the exception for invalid command-line arguments. */
public final class UsageError {
    private UsageError() {}

    public static DiagnosticException words(String message, String... hints) {
        return of(Code.WRONG_WORDS, message, hints);
    }

    public static DiagnosticException of(Code code, String message, String... hints) {
        return new DiagnosticException(Diagnostic.error(code, Span.none(), message, hints));
    }
}
