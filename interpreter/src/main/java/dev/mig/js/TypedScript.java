package dev.mig.js;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.tree.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;

/**
 * Calls of {@code op} that somebody types where there is no revision: the statements that they ask for. They are run
 * behind the same fence as a revision, and import nothing.
 *
 * <p>Work with rows is not among them: what somebody types is shown as SQL before it is sent.
 */
public final class TypedScript {
    private static final Pattern BEGINNING = Pattern.compile("(?s)\\s*op\\s*\\..*");

    private TypedScript() {}

    /** Whether a text is such calls, and not statements of the language. */
    public static boolean is(String text) {
        return BEGINNING.matcher(text).matches();
    }

    /** Runs the calls; no text ends in an exception. */
    public static Parsed<List<Statement>> read(Source text, Limits limits) {
        Script script = new Script(text, Map.of(), limits);
        try {
            List<Recorded> recorded = ScriptThread.run(
                    limits.cpuTime(),
                    () -> Sandbox.reading(limits.cpuTime(), Map.of()),
                    context -> recorded(script, context));
            Optional<Recorded.Work> work = Recorded.firstWork(recorded);
            return work.isPresent()
                    ? new Parsed<>(null, List.of(noWork(work.get().span())))
                    : new Parsed<>(
                            Recorded.block(recorded, text.span(0, text.text().length()))
                                    .statements(),
                            List.of());
        } catch (DiagnosticException wrong) {
            return new Parsed<>(null, wrong.diagnostics());
        } catch (RuntimeException | Error failed) {
            return new Parsed<>(
                    null, List.of(script.failure("cpu_time", limits.cpuTime()).of(failed)));
        }
    }

    private static List<Recorded> recorded(Script script, Context context) {
        Recorder recorder = new Recorder(script.site(context));
        context.getBindings("js").putMember("op", recorder.op());
        script.settled(script.evaluated(context), "what is typed");
        return recorder.finish();
    }

    private static Diagnostic noWork(Span place) {
        return Diagnostic.error(
                Code.SCRIPT_CALL,
                place,
                "op.run works in a revision only: here everything is shown as SQL before it is sent",
                "look at rows with sql, which takes the database's own words: sql select * from users",
                "change them with op.insert, op.update and op.delete",
                "a revision that works with rows: revision -m \"...\" --format js");
    }
}
