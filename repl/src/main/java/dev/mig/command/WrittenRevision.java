package dev.mig.command;

import dev.mig.files.FileKind;
import dev.mig.files.NewRevision;
import dev.mig.files.RevisionFile;
import dev.mig.files.TextFiles;
import dev.mig.files.config.Configuration;
import dev.mig.project.Project;
import dev.mig.revision.NewNames;
import dev.mig.revision.Revision;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A new revision file.
 *
 * @param path absolute
 * @param name as shown to people
 */
record WrittenRevision(NewRevision revision, Path path, String name) {

    /** Writes the file into the folder of its first parent, unless its id or labels are taken. */
    static WrittenRevision write(
            Project project, NewRevision revision, List<Revision> parents, FileKind kind, String text) {
        List<Diagnostic> problems = NewNames.check(project.graph(), revision.id(), revision.branches());
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
        Configuration.Migrations migrations = project.configuration().migrations();
        Path folder = parents.stream()
                .map(it -> project.folder().file(it.id()))
                .flatMap(Optional::stream)
                .map(RevisionFile::folder)
                .findFirst()
                .orElse(migrations.locations().getFirst());
        Path path = folder.resolve(revision.fileName(migrations.template(), kind));
        WrittenRevision writing =
                new WrittenRevision(revision, path, project.names().of(path));
        TextFiles.create(path, writing.name(), text);
        return writing;
    }
}
