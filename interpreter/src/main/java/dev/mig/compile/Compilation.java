package dev.mig.compile;

import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of compiling revisions.
 *
 * @param revisions by id, in the order in which they would be applied; without those that could not be read
 * @param diagnostics everything there is to say, by place; at most 20 a file
 */
public record Compilation(Map<String, CompiledRevision> revisions, List<Diagnostic> diagnostics) {
    public Compilation {
        revisions = Collections.unmodifiableMap(new LinkedHashMap<>(revisions));
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** This, if there are no errors; otherwise throws all diagnostics. */
    public Compilation orThrow() {
        if (hasErrors()) {
            throw new DiagnosticException(diagnostics);
        }
        return this;
    }

    /** A revision that was requested and compiled. */
    public CompiledRevision revision(String id) {
        CompiledRevision compiled = revisions.get(id);
        if (compiled == null) {
            throw new IllegalArgumentException("revision " + id + " was not compiled");
        }
        return compiled;
    }
}
