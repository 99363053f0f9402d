package dev.mig.command;

import dev.mig.compile.Compilation;
import dev.mig.compile.CompiledRevision;
import dev.mig.jdbc.KeptRevision;
import dev.mig.model.Migration;
import dev.mig.model.Operation;
import dev.mig.revision.Direction;
import dev.mig.revision.Plan;
import dev.mig.revision.Revision;
import dev.mig.revision.Step;
import dev.mig.script.Dialect;
import dev.mig.script.Script;
import dev.mig.script.ScriptCompiler;
import dev.mig.source.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan with everything that running it takes: compiled, and as one database is told it. */
record Preparation(Project project, Plan plan, Compilation compilation, Script script) {

    /** Throws everything that is wrong in any step, before anything ran; warns of what is only doubtful. */
    static Preparation of(Project project, Plan plan) {
        Dialect dialect = project.database().dialect();
        Compilation compilation = project.compile(plan.revisions()).orThrow();
        Script script = new ScriptCompiler(dialect).compile(plan, it -> compilation.revision(it.id()));
        Stream.concat(
                        compilation.diagnostics().stream(),
                        script.steps().stream().flatMap(it -> it.notes().stream()))
                .filter(it ->
                        it.severity() == Severity.WARNING || project.options().verbose())
                .forEach(project.console()::warn);
        return new Preparation(project, plan, compilation, script);
    }

    /** What is there now and would be gone. */
    List<Loss> losses() {
        Losses losses = new Losses(script.style().folding());
        for (Step step : plan.steps()) {
            Migration migration = compilation.revision(step.revision().id()).migration();
            switch (plan.direction()) {
                case UPGRADE -> losses.add(operations(migration.upgrade()), false);
                case DOWNGRADE -> {
                    if (migration.downgrade() instanceof Migration.Back(List<Migration.Step> steps, boolean derived)) {
                        losses.add(operations(steps), derived);
                    }
                }
            }
        }
        return losses.found();
    }

    private static List<Operation> operations(List<Migration.Step> steps) {
        return steps.stream().map(Migration.Step::operation).toList();
    }

    /**
     * What the journal is to keep of each revision that is applied, so that it can be taken back without its file. It
     * is made in the background from now on: that is as much work as running the revisions, which waits for the disk.
     */
    Function<String, @Nullable KeptRevision> keepsakes() {
        if (plan.direction() == Direction.DOWNGRADE) {
            return revision -> null;
        }
        Dialect dialect = project.database().dialect();
        Map<String, CompletableFuture<KeptRevision>> made = new HashMap<>();
        for (Revision revision : plan.revisions()) {
            CompiledRevision compiled = compilation.revision(revision.id());
            made.put(
                    revision.id(),
                    CompletableFuture.supplyAsync(() -> Keeping.of(project, revision, compiled, dialect)));
        }
        return revision -> {
            try {
                return Objects.requireNonNull(made.remove(revision)).join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        };
    }
}
