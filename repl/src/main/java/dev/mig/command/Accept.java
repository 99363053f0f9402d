package dev.mig.command;

import dev.mig.jdbc.JdbcRunner;
import dev.mig.project.Divergence;
import dev.mig.project.Project;
import dev.mig.project.RevisionSnapshots;
import dev.mig.project.UsageError;
import dev.mig.report.Report;
import dev.mig.report.SettledReport;
import dev.mig.revision.Applied;
import dev.mig.revision.Resolver;
import dev.mig.revision.Revision;
import dev.mig.revision.Target;
import dev.mig.source.Code;
import java.util.List;
import java.util.function.Supplier;

/** Accepts the current text of an applied revision that was edited on purpose. */
final class Accept implements Command {
    private final Supplier<String> revision;
    private final LockWaitOptions lockWait;

    Accept(Words words) {
        words.summary("accept the current text of an applied revision that was edited")
                .description("For a file that was edited after it was applied, when the database is right as it is. "
                        + "Nothing is run: make sure yourself that the schema matches the new text.")
                .example("ae10", "the revision whose id begins with ae10");
        lockWait = new LockWaitOptions(words);
        revision = words.argument("REVISION", "an id or its prefix, a branch, \"current\", ...");
    }

    @Override
    public Report run(Project project) {
        project.connectForTurn(lockWait.patience());
        Applied applied = project.applied().orThrow();
        Revision found = new Resolver(project.graph(), applied).revision(Target.parse(revision.get()));
        if (!applied.contains(found)) {
            throw UsageError.of(
                    Code.TARGET_NOT_APPLIED,
                    "revision " + found + " is not applied, so what its file says counts anyway",
                    "migrate upgrade " + found);
        }
        if (new Divergence(project).edited(List.of(found)).isEmpty()) {
            return SettledReport.nothing(found.id(), "revision " + found + " means what it meant when it was applied");
        }
        try (JdbcRunner runner = project.writer(lockWait.patience())) {
            runner.accept(RevisionSnapshots.ofTexts(project, List.of(found)).getFirst());
        }
        return SettledReport.done(found.id(), "accepted  " + project.fileName(found.id()) + " as it is now");
    }
}
