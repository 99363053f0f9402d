package dev.mig.command;

import dev.mig.compile.Compilation;
import dev.mig.jdbc.KeptRevision;
import dev.mig.model.Migration;
import dev.mig.model.Operation;
import dev.mig.revision.Plan;
import dev.mig.revision.Step;
import dev.mig.script.Dialect;
import dev.mig.script.Script;
import dev.mig.script.ScriptCompiler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan with everything that running it takes: compiled, and as one database is told it. */
record Preparation(Project project, Plan plan, Compilation compilation, Script script) {

    /** Throws everything that is wrong in any step, before anything ran. */
    static Preparation of(Project project, Plan plan) {
        Dialect dialect = project.database().dialect();
        Compilation compilation = project.compile(plan.revisions()).orThrow();
        Script script = new ScriptCompiler(dialect).compile(plan, it -> compilation.revision(it.id()));
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

    /** What the journal is to keep of a revision that was applied, so that it can be taken back without its file. */
    @Nullable
    KeptRevision kept(String revision) {
        return Keeping.of(
                project,
                project.graph().revision(revision).orElseThrow(),
                compilation.revision(revision),
                project.database().dialect());
    }
}
