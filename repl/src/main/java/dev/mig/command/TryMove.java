package dev.mig.command;

import dev.mig.diff.ComparedSchema;
import dev.mig.diff.ComparisonBasis;
import dev.mig.diff.Difference;
import dev.mig.files.ScratchFolder;
import dev.mig.jdbc.AdHocResult;
import dev.mig.jdbc.TrialResult;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.project.Comparison;
import dev.mig.project.OnlineCompilation;
import dev.mig.project.PreparedRun;
import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.Report;
import dev.mig.report.TryReport;
import dev.mig.revision.Applied;
import dev.mig.revision.Plan;
import dev.mig.revision.Target;
import dev.mig.script.Part;
import dev.mig.script.Script;
import dev.mig.script.Statement;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes a move and takes it back: in a transaction if the database supports transactional DDL, in an in-memory copy
 * on H2. Elsewhere it explains why it cannot.
 */
final class TryMove implements Command {
    private final Supplier<String> target;

    TryMove(Words words) {
        words.summary("make a move, show what it changes and how long it takes, and take it back")
                .description("Runs in a transaction that is rolled back, and holds its locks meanwhile. H2 has no "
                        + "transactional DDL; there it runs in an in-memory copy of the database.")
                .example("head", "everything that is pending")
                .example("+1", "the next revision")
                .example("-1", "whether the last one can be reverted");
        target = words.argument("TARGET", "as for a move");
    }

    @Override
    public Report run(Project project) {
        Target wanted = Target.parse(target.get());
        project.connectMeanwhile();
        project.folder();
        Applied applied = project.applied().orThrow();
        Plan plan = Go.plan(project.graph(), applied, wanted);
        if (plan.isEmpty()) {
            return new TryReport(plan.direction().word(), List.of(), List.of(), "", plan.reason(), List.of());
        }
        if (!project.database().reader().exists()) {
            throw UsageError.of(
                    Code.NOT_TRIED, "there is no database yet to try anything in", "the first upgrade makes it");
        }
        OnlineCompilation online = OnlineCompilation.of(project, plan);
        Script script = PreparedRun.of(project, plan, online).script();
        List<Operation> done = PreparedRun.operations(plan, online.foreseen());
        return switch (script.style().database()) {
            case H2 -> report(project, script, done, inCopy(project, script), "it ran in a copy of the database");
            case POSTGRESQL, COCKROACHDB, YUGABYTEDB, SQLITE -> {
                requireTransaction(script);
                yield report(project, script, done, inTransaction(project, script), "it was rolled back");
            }
            case MYSQL, MARIADB ->
                throw UsageError.of(
                        Code.NOT_TRIED,
                        script.style().name() + " commits each change of structure by itself, so that nothing could be"
                                + " taken back",
                        "try the revisions in an empty database: test",
                        "or look at what they would send: upgrade --dry-run");
        };
    }

    private static void requireTransaction(Script script) {
        for (var step : script.steps()) {
            for (Part part : step.parts()) {
                if (!part.transactional()) {
                    Statement first = part.statements().getFirst();
                    throw UsageError.of(
                            Code.NOT_TRIED,
                            "\"" + first.what() + "\" of revision \"" + step.revision()
                                    + "\" cannot run in a transaction, and so could not be taken back",
                            "try the revisions in an empty database: test");
                }
            }
        }
    }

    private static TrialResult inTransaction(Project project, Script script) {
        return project.database().attempt(script, project.process().interruption());
    }

    private static TrialResult inCopy(Project project, Script script) {
        try (ScratchFolder folder = ScratchFolder.open()) {
            return project.database().attemptInCopy(script, project.process().interruption(), folder);
        }
    }

    private static Report report(
            Project project, Script script, List<Operation> done, TrialResult attempt, String kept) {
        AdHocResult loose = attempt.loose();
        Diagnostic why = loose.why();
        List<TryReport.Step> steps = script.steps().stream()
                .map(step -> new TryReport.Step(
                        step.revision(),
                        step.step().revision().message(),
                        loose.sent().stream()
                                .filter(it -> it.revision().equals(step.revision()))
                                .map(it -> new TryReport.Sent(it.sql(), it.millis()))
                                .toList()))
                .toList();
        SchemaModel before = attempt.before();
        List<Operation> operations = Difference.between(
                ComparedSchema.of(before),
                ComparedSchema.of(attempt.after()),
                script.style(),
                ComparisonBasis.DATABASE,
                Renames.of(done, before, attempt.after()));
        return new TryReport(
                script.plan().direction().word(),
                steps,
                Comparison.entries(operations, before, project.database().dialect()),
                kept,
                "",
                why == null ? List.of() : List.of(why));
    }
}
