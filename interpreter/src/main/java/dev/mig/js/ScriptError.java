package dev.mig.js;

import dev.mig.source.Diagnostic;
import org.graalvm.polyglot.HostAccess;

/** An invalid request by a script, thrown through the script to its caller. */
final class ScriptError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    ScriptError(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }

    /** What a script sees that catches it. */
    @Override
    @HostAccess.Export
    public String getMessage() {
        return diagnostic.message();
    }
}
