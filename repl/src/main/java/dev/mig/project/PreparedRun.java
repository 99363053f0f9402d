package dev.mig.project;

import dev.mig.compile.Compilation;
import dev.mig.jdbc.RevisionSnapshot;
import dev.mig.model.Migration;
import dev.mig.model.Operation;
import dev.mig.revision.Direction;
import dev.mig.revision.Plan;
import dev.mig.revision.Step;
import dev.mig.script.Dialect;
import dev.mig.script.Script;
import dev.mig.script.ScriptCompiler;
import dev.mig.source.Severity;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan and everything needed to run it, and nothing else that was read to make it: a long run shares its memory
 * with an embedded database.
 *
 * @param losses what is there now and would be gone
 * @param snapshots what the journal is to keep of each revision that is applied; asked once for each, in their order
 */
public record PreparedRun(
        Plan plan, Script script, List<Loss> losses, Function<String, @Nullable RevisionSnapshot> snapshots) {

    /** Throws everything that is wrong in any step, before anything ran; warns of what is only doubtful. */
    public static PreparedRun of(Project project, Plan plan) {
        return of(project, plan, OnlineCompilation.of(project, plan));
    }

    /** @param online of that plan */
    public static PreparedRun of(Project project, Plan plan, OnlineCompilation online) {
        Dialect dialect = project.database().dialect();
        Compilation compilation = online.compilation().orThrow();
        Script script =
                new ScriptCompiler(dialect, project.transactions()).compile(plan, it -> compilation.revision(it.id()));
        warn(project, compilation, script);
        return new PreparedRun(
                plan,
                script,
                losses(plan, online.foreseen(), dialect),
                plan.direction() == Direction.DOWNGRADE
                        ? revision -> null
                        : new SnapshotQueue(project, plan.revisions(), compilation));
    }

    /** Of what is only doubtful. */
    public static void warn(Project project, Compilation compilation, Script script) {
        Stream.concat(
                        compilation.diagnostics().stream(),
                        script.steps().stream().flatMap(it -> it.notes().stream()))
                .filter(it ->
                        it.severity() == Severity.WARNING || project.options().verbose())
                .forEach(project.console()::warn);
    }

    private static List<Loss> losses(Plan plan, Compilation compilation, Dialect dialect) {
        LossFinder losses = new LossFinder(dialect.style().folding());
        for (Step step : plan.steps()) {
            Migration migration = compilation.revision(step.revision().id()).migration();
            boolean derived = plan.direction() == Direction.DOWNGRADE
                    && migration.downgrade() instanceof Migration.Back back
                    && back.derived();
            losses.add(operations(plan.direction(), migration), derived);
        }
        return losses.found();
    }

    /** All that a plan does, in its order, as far as it is known. */
    public static List<Operation> operations(Plan plan, Compilation compilation) {
        return plan.steps().stream()
                .map(it -> compilation.revision(it.revision().id()).migration())
                .flatMap(it -> operations(plan.direction(), it).stream())
                .toList();
    }

    private static List<Operation> operations(Direction direction, Migration migration) {
        return switch (direction) {
            case UPGRADE -> operations(migration.upgrade());
            case DOWNGRADE ->
                migration.downgrade() instanceof Migration.Back(List<Migration.Step> steps, boolean derived)
                        ? operations(steps)
                        : List.of();
        };
    }

    private static List<Operation> operations(List<Migration.Step> steps) {
        return steps.stream().map(Migration.Step::operation).toList();
    }
}
