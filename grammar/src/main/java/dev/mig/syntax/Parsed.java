package dev.mig.syntax;

import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of parsing a text: the tree, or diagnostics.
 *
 * @param tree null if and only if the diagnostics hold an error
 */
public record Parsed<T>(@Nullable T tree, List<Diagnostic> diagnostics) {
    public Parsed {
        diagnostics = List.copyOf(diagnostics);
    }

    /** The tree; throws the diagnostics if there is none. */
    public T orThrow() {
        if (tree == null) {
            throw new DiagnosticException(diagnostics);
        }
        return tree;
    }
}
