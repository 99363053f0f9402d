package dev.mig.js;

import dev.mig.compile.MemoryHistory;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import java.time.Duration;
import java.util.Map;

/** Revisions in JavaScript for tests, without a disk and without a database. */
final class Scripts {
    /** For scripts that reach them. */
    static final Limits TIGHT = new Limits(Duration.ofMillis(300), Duration.ofMillis(300));

    private Scripts() {}

    /** A whole file around the body of {@code upgrade(op)}. */
    static Source upgrade(String body) {
        return file("export function upgrade(op) {\n" + body + "\n}\n");
    }

    static Source file(String text) {
        return new Source("x.js", "// revision x\n" + text);
    }

    static Script script(Source source, Map<String, String> modules) {
        return script(source, modules, Limits.STANDARD);
    }

    static Script script(Source source, Map<String, String> modules, Limits limits) {
        MemoryHistory files = new MemoryHistory();
        modules.forEach(files::withFile);
        return new Script(source, Imports.of(source, (path, place) -> files.script("x", path, place)), limits);
    }

    /** The first thing that is wrong with a file, with its place; empty if nothing is. */
    static String problem(Source source) {
        return problem(source, Map.of());
    }

    static String problem(Source source, Map<String, String> modules) {
        return problem(source, modules, Limits.STANDARD);
    }

    static String problem(Source source, Map<String, String> modules, Limits limits) {
        try {
            Script script = script(source, modules, limits);
            script.read(Script.Way.UPGRADE);
            script.read(Script.Way.DOWNGRADE);
            return "";
        } catch (DiagnosticException e) {
            return shown(e.diagnostics().getFirst());
        }
    }

    static String shown(Diagnostic problem) {
        String place = problem.span().location() + " \"" + problem.span().text() + "\"";
        return place + " " + problem.message()
                + (problem.hints().isEmpty() ? "" : " | " + String.join(" | ", problem.hints()));
    }
}
