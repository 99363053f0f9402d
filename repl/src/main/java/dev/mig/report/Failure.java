package dev.mig.report;

import dev.mig.source.Diagnostic;
import dev.mig.source.Exit;
import java.util.List;

/**
 * Diagnostics as JSON.
 *
 * <p>As text a diagnostic is drawn by {@link dev.mig.source.Snippet}.
 */
public final class Failure {
    private Failure() {}

    /**
     * The JSON document of a failed command: the first error, all diagnostics, and the rest of the report.
     *
     * @param rest of a report that holds diagnostics and still did something
     */
    public static JsonObject json(Exit exit, List<Diagnostic> diagnostics, JsonObject rest) {
        Diagnostic first =
                diagnostics.stream().filter(Diagnostic::isError).findFirst().orElse(diagnostics.getFirst());
        JsonObject error = new JsonObject()
                .put("code", first.code().id())
                .put("exit", exit.number())
                .put("message", first.message());
        place(first, error).putTexts("hints", first.hints());
        return new JsonObject()
                .put("error", error)
                .putObjects(
                        "diagnostics", diagnostics.stream().map(Failure::json).toList())
                .putAll(rest);
    }

    public static JsonObject json(Diagnostic diagnostic) {
        JsonObject json = new JsonObject()
                .put("code", diagnostic.code().id())
                .put("severity", diagnostic.severity().name().toLowerCase(java.util.Locale.ROOT))
                .put("message", diagnostic.message());
        return place(diagnostic, json).putTexts("hints", diagnostic.hints());
    }

    private static JsonObject place(Diagnostic diagnostic, JsonObject json) {
        boolean none = diagnostic.span().isNone() || diagnostic.span().source().isTyped();
        return json.put("file", none ? null : diagnostic.span().source().name())
                .put("line", none ? null : (Integer) diagnostic.span().line())
                .put("column", none ? null : (Integer) diagnostic.span().column());
    }
}
