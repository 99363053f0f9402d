package dev.mig.command;

import dev.mig.jdbc.JdbcRunner;
import dev.mig.jdbc.Outcome;
import dev.mig.project.Consent;
import dev.mig.project.CountedLoss;
import dev.mig.project.Divergence;
import dev.mig.project.MoveHistory;
import dev.mig.project.PreparedRun;
import dev.mig.project.Project;
import dev.mig.project.RunProgress;
import dev.mig.project.StepEntries;
import dev.mig.report.MoveReport;
import dev.mig.report.PlanReport;
import dev.mig.report.Report;
import dev.mig.report.StepEntry;
import dev.mig.revision.Applied;
import dev.mig.revision.Direction;
import dev.mig.revision.Plan;
import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import dev.mig.script.Script;
import dev.mig.script.ScriptStep;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * The common part of upgrade and downgrade: plan, compile, ask, run, report.
 *
 * <p>Everything up to the question is done without a lock. Once the run is the only writer, the rows are read again;
 * if somebody moved them meanwhile, an absolute target is planned anew, and a relative one is given up, since it
 * would not mean what it meant when it was typed.
 *
 * @param relative whether the target means something else from other rows
 */
record Move(Project project, MoveOptions options, Direction direction, boolean relative) {

    interface Planning {
        Plan plan(RevisionGraph graph, Applied applied);
    }

    Report run(Planning planning) {
        return run(planning, project.session().moves()::made);
    }

    /** @param remember receives what was done, as far as it came */
    Report run(Planning planning, Consumer<MoveHistory.Made> remember) {
        project.connectForTurn(options.patience());
        while (true) {
            Applied applied = project.applied().orThrow();
            Plan plan = planning.plan(project.graph(), applied);
            new Divergence(project).requireUnedited(concerned(plan, applied));
            if (plan.isEmpty()) {
                return report(plan, List.of(), plan.rowsAfter(), List.of());
            }
            PreparedRun prepared = PreparedRun.of(project, plan);
            if (options.dryRun()) {
                return report(plan, wouldBe(prepared.script()), plan.rowsAfter(), List.of());
            }
            if (project.session().showsPlans()
                    && !project.options().quiet()
                    && !project.options().json()) {
                new PlanReport(direction.word(), List.copyOf(plan.rowsAfter()), wouldBe(prepared.script()), List.of())
                        .write(project.console().out());
                // The run may take long.
                project.console().out().flush();
            }
            List<CountedLoss> losses =
                    CountedLoss.of(prepared.losses(), project.database().reader());
            Consent.toMove(project, direction, options.allowed()).require(losses);
            Optional<MoveReport> told = perform(prepared, remember);
            if (told.isPresent()) {
                DumpedSchema.keep(project, direction, told.get());
                return told.get();
            }
            project.lookAgain();
        }
    }

    /** Empty if someone else moved the database before this run got the lock. */
    private Optional<MoveReport> perform(PreparedRun prepared, Consumer<MoveHistory.Made> remember) {
        Plan plan = prepared.plan();
        try (RunProgress narration = new RunProgress(project, direction, plan, this::line);
                JdbcRunner runner = waitForTurn(narration)) {
            SortedSet<String> rows = runner.rows();
            if (!rows.equals(plan.rowsBefore())) {
                if (relative) {
                    throw moved(plan, rows);
                }
                return Optional.empty();
            }
            runner.settle(project.applied()::has);
            project.env().beforeRun(plan);
            Outcome outcome = project.process()
                    .interruption()
                    .during(runner::cancel, () -> runner.run(prepared.script(), prepared.snapshots()));
            project.env().afterRun(plan, outcome);
            if (!outcome.done().isEmpty()) {
                remember.accept(new MoveHistory.Made(
                        direction,
                        outcome.done().stream().map(it -> it.step().revision()).toList()));
            }
            return Optional.of(told(prepared, outcome));
        }
    }

    /**
     * While waiting, Ctrl-C is handled by the progress listener: nothing is running yet that the database could
     * cancel.
     */
    private JdbcRunner waitForTurn(RunProgress narration) {
        return project.process()
                .interruption()
                .during(() -> {}, () -> project.database().runner(options.patience(), narration));
    }

    /** The applied revisions that a move depends on, even if it finds nothing to do or reverts something. */
    private List<Revision> concerned(Plan plan, Applied applied) {
        return switch (direction) {
            case UPGRADE -> applied.revisions();
            case DOWNGRADE -> plan.revisions();
        };
    }

    private MoveReport told(PreparedRun prepared, Outcome outcome) {
        List<StepEntry> steps = outcome.done().stream()
                .map(it -> entry(prepared, it.step(), it.millis()))
                .toList();
        List<Diagnostic> said = switch (outcome) {
            case Outcome.Applied it -> List.of();
            case Outcome.Stopped it -> List.of(it.why());
        };
        return report(prepared.plan(), steps, outcome.rows(), said);
    }

    private MoveReport report(Plan plan, List<StepEntry> steps, SortedSet<String> to, List<Diagnostic> said) {
        return new MoveReport(
                direction.word(),
                List.copyOf(plan.rowsBefore()),
                List.copyOf(to),
                steps,
                options.dryRun(),
                plan.reason(),
                said);
    }

    /** Enough for one line: the statements would be expensive and are not shown. */
    private StepEntry line(ScriptStep step, long millis) {
        return new StepEntry(
                step.revision(), step.step().revision().message(), "", "", step.isTransactional(), List.of(), millis);
    }

    private StepEntry entry(PreparedRun prepared, ScriptStep step, long millis) {
        return project.options().json()
                ? StepEntries.whole(project, prepared.script().style(), step, 0, millis)
                : StepEntries.plain(project, step, millis);
    }

    /** What a run would do next; throws the reasons for which it would be refused. */
    private List<StepEntry> wouldBe(Script script) {
        int finished = project.database().reader().finishedStatements(script, project.applied()::has);
        List<StepEntry> steps = new ArrayList<>();
        for (ScriptStep step : script.steps()) {
            steps.add(StepEntries.whole(project, script.style(), step, steps.isEmpty() ? finished : 0, null));
        }
        return steps;
    }

    private DiagnosticException moved(Plan plan, SortedSet<String> rows) {
        return new DiagnosticException(Diagnostic.error(
                Code.VERSION_ROWS_CHANGED,
                Span.none(),
                "somebody moved the database from " + text(plan.rowsBefore()) + " to " + text(rows) + " before this "
                        + direction.word() + " began",
                "see where it is: migrate current",
                "the same words now mean another move: type them again if that is meant, or name a revision"));
    }

    private static String text(SortedSet<String> rows) {
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }
}
