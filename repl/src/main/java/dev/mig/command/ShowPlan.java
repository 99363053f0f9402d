package dev.mig.command;

import dev.mig.project.CountedLoss;
import dev.mig.project.PreparedRun;
import dev.mig.project.Project;
import dev.mig.report.PlanReport;
import dev.mig.report.Report;
import dev.mig.report.StepEntry;
import dev.mig.revision.Applied;
import dev.mig.revision.Plan;
import dev.mig.revision.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows what a move would do, without SQL: steps, grades, and how many rows would be lost. */
final class ShowPlan implements Command {
    private final Supplier<Optional<String>> target;

    ShowPlan(Words words) {
        words.summary("show what a move would do")
                .description("Shows steps, grades, and how many existing rows would be lost. For the SQL, use upgrade "
                        + "--dry-run.")
                .example("head", "everything that is pending")
                .example("-2", "reverting the last two revisions");
        target = words.optionalArgument("TARGET", "as for a move (default: head)");
    }

    @Override
    public Report run(Project project) {
        Target wanted = Target.parse(target.get().orElse("head"));
        project.connectMeanwhile();
        project.folder();
        Applied applied = project.applied().orThrow();
        Plan plan = Go.plan(project.graph(), applied, wanted);
        if (plan.isEmpty()) {
            return new PlanReport(plan.direction().word(), List.copyOf(plan.rowsAfter()), List.of(), List.of());
        }
        PreparedRun prepared = PreparedRun.of(project, plan);
        List<StepEntry> steps = prepared.script().steps().stream()
                .map(it -> new StepEntry(
                        it.revision(),
                        it.step().revision().message(),
                        project.fileName(it.revision()),
                        it.grade().name().toLowerCase(Locale.ROOT),
                        it.isTransactional(),
                        List.of(),
                        null))
                .toList();
        return new PlanReport(
                plan.direction().word(),
                List.copyOf(plan.rowsAfter()),
                steps,
                CountedLoss.of(prepared.losses(), project.database().reader()).stream()
                        .filter(it -> !it.isNothing())
                        .map(CountedLoss::definition)
                        .toList());
    }
}
