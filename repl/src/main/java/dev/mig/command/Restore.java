package dev.mig.command;

import dev.mig.files.TextFiles;
import dev.mig.jdbc.RevisionSnapshot;
import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.Report;
import dev.mig.report.SettledReport;
import dev.mig.revision.Applied;
import dev.mig.revision.Resolver;
import dev.mig.revision.Revision;
import dev.mig.revision.Target;
import dev.mig.source.Code;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Writes the missing file of a revision again, from the text in the journal. */
final class Restore implements Command {
    private final Supplier<String> revision;

    Restore(Words words) {
        words.summary("write the missing file of an applied revision again")
                .description("From the text that the journal stored when the revision was applied. Files that the "
                        + "revision loads or runs are not stored.")
                .example("ae10", "the revision whose id begins with ae10");
        revision = words.argument("REVISION", "an id or its prefix, a branch, \"current\", ...");
    }

    @Override
    public Report run(Project project) {
        project.connectMeanwhile();
        Applied applied = project.applied();
        Revision found = new Resolver(project.graph(), applied).revision(Target.parse(revision.get()));
        String there = project.fileName(found.id());
        if (!there.isEmpty()) {
            return SettledReport.nothing(found.id(), "the file of revision " + found + " is there: " + there);
        }
        RevisionSnapshot kept = project.keptRevision(found.id())
                .orElseThrow(() -> UsageError.of(
                        Code.FILE_LOST,
                        "the database has not kept the text of revision " + found,
                        "bring its file back from where the project is kept, such as version control"));
        Path folder = project.configuration().migrations().locations().getFirst();
        Path path = folder.resolve(fileName(kept.file()));
        String name = project.names().of(path);
        TextFiles.create(path, name, kept.text());
        return SettledReport.done(found.id(), "restored  " + name);
    }

    /** The last part of a path that was recorded on another machine, perhaps with another separator. */
    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
