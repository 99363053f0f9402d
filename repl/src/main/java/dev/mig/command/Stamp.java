package dev.mig.command;

import dev.mig.jdbc.JdbcRunner;
import dev.mig.jdbc.RevisionSnapshot;
import dev.mig.project.Project;
import dev.mig.project.RevisionSnapshots;
import dev.mig.report.MoveReport;
import dev.mig.report.Report;
import dev.mig.revision.Applied;
import dev.mig.revision.Planner;
import dev.mig.revision.Revision;
import dev.mig.revision.Target;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;

/** Records which revisions the database has, without running anything. */
final class Stamp implements Command {
    private final Supplier<List<String>> targets;
    private final Supplier<Boolean> purge;
    private final Supplier<Boolean> dryRun;
    private final LockWaitOptions lockWait;

    Stamp(Words words) {
        words.summary("mark revisions as applied, or not, without running them")
                .description("Sets the version table: the targets and everything they need count as applied, "
                        + "everything above does not. The schema is not changed.")
                .example("head", "the database already has everything")
                .example("ae10", "it is at this revision")
                .example("base", "it has nothing")
                .example("head --purge", "first delete all rows, including those of unknown revisions");
        purge = words.flag("first delete all rows, including those of unknown revisions", "--purge");
        dryRun = words.flag("show the rows it would write, without writing them", "--dry-run");
        lockWait = new LockWaitOptions(words);
        targets = words.arguments(
                "TARGET", "a revision (an id or its prefix), \"head\", \"base\", a branch, ...", 1, Integer.MAX_VALUE);
    }

    @Override
    public Report run(Project project) {
        List<Target> wanted = targets.get().stream().map(Target::parse).toList();
        project.connectForTurn(lockWait.patience());
        if (dryRun.get()) {
            return report(plan(project, wanted, project.applied().stored()), false);
        }
        // Words are resolved before anything is written, not even an empty version table: where nothing is to be said,
        // there is none.
        dev.mig.revision.Stamp planned = plan(project, wanted, project.applied().stored());
        if (planned.isEmpty()
                && project.database()
                        .reader()
                        .unfinished(project.applied()::has)
                        .isEmpty()) {
            return report(planned, false);
        }
        try (JdbcRunner runner = project.writer(lockWait.patience())) {
            dev.mig.revision.Stamp stamp = plan(project, wanted, runner.rows());
            boolean settles = runner.unfinished().isPresent();
            // Stamping also settles a half-applied revision, even if no row changes.
            if (!stamp.isEmpty() || settles) {
                runner.stamp(stamp, kept(project, stamp));
            }
            return report(stamp, settles);
        }
    }

    private dev.mig.revision.Stamp plan(Project project, List<Target> wanted, SortedSet<String> rows) {
        Applied applied = purge.get()
                ? Applied.forgetting(project.graph(), rows)
                : Applied.of(project.graph(), rows).orThrow();
        return Planner.stamp(project.graph(), applied, wanted);
    }

    /** The snapshots that the journal stores of the revisions that now count as applied. */
    private static List<RevisionSnapshot> kept(Project project, dev.mig.revision.Stamp stamp) {
        Applied before = Applied.of(project.graph(), stamp.rowsBefore());
        List<Revision> come = Applied.of(project.graph(), stamp.rowsAfter()).revisions().stream()
                .filter(it -> !before.contains(it))
                .toList();
        return RevisionSnapshots.ofTexts(project, come);
    }

    /** @param settles whether it says something although no row changes */
    private MoveReport report(dev.mig.revision.Stamp stamp, boolean settles) {
        return new MoveReport(
                "stamp",
                List.copyOf(stamp.rowsBefore()),
                List.copyOf(stamp.rowsAfter()),
                List.of(),
                dryRun.get(),
                stamp.isEmpty() && !settles ? "the version table says so already" : "",
                List.of());
    }
}
