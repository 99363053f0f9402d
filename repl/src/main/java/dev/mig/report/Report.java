package dev.mig.report;

import dev.mig.source.Diagnostic;
import dev.mig.source.Exit;
import java.util.List;

/**
 * The result of a command: a value that can be written as text and as JSON.
 *
 * <p>A command that could not do its work at all throws; a report may contain errors if the command did part of its
 * work, or if finding errors is its work.
 */
public interface Report {
    /** The human-readable result for stdout. Diagnostics are printed elsewhere. */
    void write(Page page);

    /** The document for {@code --json}, before an error is added. */
    JsonObject json();

    /** Diagnostics for stderr; the first error becomes the error of the JSON document. */
    default List<Diagnostic> diagnostics() {
        return List.of();
    }

    default Exit exit() {
        return diagnostics().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .map(it -> it.code().exit())
                .orElse(Exit.OK);
    }
}
