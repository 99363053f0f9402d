package dev.mig.project;

import dev.mig.files.EnvFile;
import dev.mig.files.config.Configuration;
import dev.mig.jdbc.Outcome;
import dev.mig.js.EnvScript;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SchemaObject;
import dev.mig.report.Page;
import dev.mig.revision.Direction;
import dev.mig.revision.Plan;
import dev.mig.revision.Step;
import dev.mig.script.ScriptStep;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The project's {@code env.js}, for commands that connect. Without that file, every method does nothing. */
public final class EnvJs {
    private final Project project;
    private final @Nullable EnvScript script;

    private EnvJs(Project project, @Nullable EnvScript script) {
        this.project = project;
        this.script = script;
    }

    /** Throws problems in the file. */
    static EnvJs of(Project project) {
        Configuration configuration = project.configuration();
        EnvFile file = new EnvFile(configuration.home(), project.names());
        EnvScript script = file.text()
                .map(text -> new EnvScript(
                        text, file::module, RevisionFormats.limits(configuration), line -> print(project, line)))
                .orElse(null);
        return new EnvJs(project, script);
    }

    private static void print(Project project, String line) {
        if (!project.options().quiet() && !project.options().json()) {
            Page err = project.console().err();
            err.line(line);
            err.flush();
        }
    }

    public boolean exists() {
        return script != null;
    }

    /** Null if it computes nothing. */
    EnvScript.@Nullable Computed configure(Configuration configuration) {
        return script == null
                ? null
                : script.configure(new EnvScript.Given(
                        configuration.connection().url().masked(),
                        configuration.connection().user(),
                        configuration.variables(),
                        configuration.environment(),
                        project.process().environment()));
    }

    /** A schema without the objects that the author excludes. */
    SchemaModel included(SchemaModel schema) {
        if (script == null || !script.has("include")) {
            return schema;
        }
        List<EnvScript.Thing> things = new ArrayList<>();
        schema.tables().forEach(it -> things.add(thing("table", it.name())));
        schema.views().forEach(it -> things.add(thing("view", it.name())));
        schema.enumTypes().forEach(it -> things.add(thing("type", it.name())));
        schema.sequences().forEach(it -> things.add(thing("sequence", it.name())));
        schema.objects().forEach(it -> things.add(thing("object", it.name())));
        List<Boolean> answers = script.include(things);
        Set<EnvScript.Thing> left = new HashSet<>();
        for (int at = 0; at < things.size(); at++) {
            if (answers.get(at)) {
                left.add(things.get(at));
            }
        }
        return SchemaModel.of(
                        schema.folding(),
                        schema.schemas(),
                        of(left, "type", schema.enumTypes(), it -> it.name()),
                        of(left, "sequence", schema.sequences(), it -> it.name()),
                        of(left, "table", schema.tables(), it -> it.name()),
                        of(left, "view", schema.views(), it -> it.name()))
                .withObjects(of(left, "object", schema.objects(), SchemaObject::name));
    }

    private static EnvScript.Thing thing(String kind, QualifiedIdentifier name) {
        Identifier schema = name.schema();
        return new EnvScript.Thing(
                kind, schema == null ? null : schema.text(), name.name().text());
    }

    private static <T> List<T> of(
            Set<EnvScript.Thing> left, String kind, List<T> all, Function<T, QualifiedIdentifier> name) {
        return all.stream()
                .filter(it -> left.contains(thing(kind, name.apply(it))))
                .toList();
    }

    // ---- a run

    /** What it throws stops the run before it begins. */
    public void beforeRun(Plan plan) {
        if (script != null) {
            script.call("beforeRun", List.of(run(plan)));
        }
    }

    void afterStep(Plan plan, ScriptStep step, long millis) {
        if (script != null && script.has("afterStep")) {
            Map<String, @Nullable Object> data = step(step.step());
            data.put("millis", millis);
            after(() -> script.call("afterStep", List.of(data, run(plan))));
        }
    }

    public void afterRun(Plan plan, Outcome outcome) {
        if (script != null && script.has("afterRun")) {
            Map<String, @Nullable Object> data = run(plan);
            data.put("to", List.copyOf(outcome.rows()));
            List<Map<String, @Nullable Object>> done = new ArrayList<>();
            for (Outcome.Done it : outcome.done()) {
                Map<String, @Nullable Object> step = step(it.step().step());
                step.put("millis", it.millis());
                done.add(step);
            }
            data.put("steps", done);
            data.put("done", outcome instanceof Outcome.Applied);
            if (outcome instanceof Outcome.Stopped stopped) {
                data.put("error", stopped.why().message());
            }
            after(() -> script.call("afterRun", List.of(data)));
        }
    }

    /** What is done is done: an error is told, and changes nothing. */
    private void after(Runnable hook) {
        try {
            hook.run();
        } catch (DiagnosticException e) {
            for (Diagnostic it : e.diagnostics()) {
                project.console()
                        .warn(Diagnostic.warning(
                                it.code(), it.span(), it.message(), it.hints().toArray(String[]::new)));
            }
        }
    }

    private static Map<String, @Nullable Object> run(Plan plan) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("direction", plan.direction() == Direction.UPGRADE ? "upgrade" : "downgrade");
        data.put("from", List.copyOf(plan.rowsBefore()));
        data.put("to", List.copyOf(plan.rowsAfter()));
        data.put("steps", plan.steps().stream().map(EnvJs::step).toList());
        return data;
    }

    private static Map<String, @Nullable Object> step(Step step) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("revision", step.revision().id());
        data.put("message", step.revision().message());
        data.put("direction", step.direction().word());
        return data;
    }
}
