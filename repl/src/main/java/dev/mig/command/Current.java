package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.report.CurrentReport;
import dev.mig.report.Report;
import dev.mig.revision.Applied;
import dev.mig.revision.Revision;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rows of the version table, and how far the database is behind the heads. */
final class Current implements Command {
    private final Supplier<Boolean> checkHeads;

    Current(Words words) {
        words.summary("show the current revision of the database")
                .example("", "the rows of the version table")
                .example("--check-heads", "for scripts: exit with 4 unless everything is applied");
        checkHeads = words.flag("exit with 4 if the database is behind", "--check-heads");
    }

    @Override
    public Report run(Project project) {
        project.connectMeanwhile();
        project.folder();
        Applied applied = project.applied();
        List<Revision> known = applied.stored().stream()
                .map(project.graph()::revision)
                .flatMap(Optional::stream)
                .toList();
        return new CurrentReport(
                List.copyOf(applied.stored()),
                new Listing(project, applied).entries(known),
                project.graph().heads().stream().map(Revision::id).toList(),
                applied.pending().size(),
                checkHeads.get(),
                project.options().verbose());
    }
}
