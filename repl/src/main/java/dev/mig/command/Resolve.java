package dev.mig.command;

import dev.mig.jdbc.JdbcRunner;
import dev.mig.jdbc.UnfinishedStep;
import dev.mig.jdbc.UnfinishedStep.Attempt;
import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.Report;
import dev.mig.report.SettledReport;
import dev.mig.revision.Applied;
import dev.mig.revision.Resolver;
import dev.mig.revision.Revision;
import dev.mig.revision.Target;
import java.util.Optional;
import java.util.function.Supplier;

/** Records whether a statement that a killed run left in doubt was finished, so that the revision can continue. */
final class Resolve implements Command {
    private final Supplier<String> revision;
    private final Supplier<Boolean> done;
    private final Supplier<Boolean> notDone;
    private final LockWaitOptions lockWait;

    Resolve(Words words) {
        words.summary("settle a statement that a killed run left in doubt")
                .description("A statement that commits by itself may or may not have finished when the run was killed."
                        + " Look at the database and say which; the revision then continues from there.")
                .example("ae10 --done", "it finished: continue with the next one")
                .example("ae10 --not-done", "it did not: run it again");
        done = words.flag("the statement was finished", "--done");
        notDone = words.flag("the statement was not finished", "--not-done");
        lockWait = new LockWaitOptions(words);
        revision = words.argument("REVISION", "the id of the interrupted revision, or its prefix");
    }

    @Override
    public Report run(Project project) {
        project.connectForTurn(lockWait.patience());
        Applied applied = project.applied();
        Revision found = new Resolver(project.graph(), applied).revision(Target.parse(revision.get()));
        try (JdbcRunner runner = project.writer(lockWait.patience())) {
            Optional<UnfinishedStep> unfinished =
                    runner.unfinished().filter(it -> it.revision().equals(found.id()));
            Attempt doubt = unfinished.map(UnfinishedStep::doubt).orElse(null);
            if (unfinished.isEmpty() || doubt == null) {
                return SettledReport.nothing(found.id(), "no statement of revision " + found + " is in doubt");
            }
            if (done.get().equals(notDone.get())) {
                throw UsageError.words(
                        "say whether the statement was finished: " + doubt.statement(),
                        "migrate resolve " + found + " --done",
                        "migrate resolve " + found + " --not-done");
            }
            runner.resolve(doubt, done.get());
            return SettledReport.done(
                    found.id(),
                    "resolved  statement " + doubt.place() + " of "
                            + unfinished.get().statements() + " counts as "
                            + (done.get() ? "done" : "not done") + "; go on: migrate "
                            + unfinished.get().goOn());
        }
    }
}
