package dev.mig.command;

import dev.mig.files.FileKind;
import dev.mig.files.FormattedFile;
import dev.mig.files.RevisionFile;
import dev.mig.files.TextFiles;
import dev.mig.project.Project;
import dev.mig.project.RevisionFormats;
import dev.mig.project.UsageError;
import dev.mig.report.EditReport;
import dev.mig.report.Report;
import dev.mig.revision.Applied;
import dev.mig.revision.Resolver;
import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import dev.mig.revision.Target;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import java.util.List;
import java.util.function.Supplier;

/** Opens a revision in the user's editor, and checks it afterwards. */
final class Edit implements Command {
    private final Supplier<String> revision;

    Edit(Words words) {
        words.summary("open a revision in your editor")
                .description("Uses $VISUAL or else $EDITOR, and reports problems in the file afterwards.")
                .example("head", "the newest revision")
                .example("ae10", "the revision whose id begins with ae10");
        revision = words.argument("REVISION", "an id or its prefix, a branch, \"head\", \"current\", ...");
    }

    @Override
    public Report run(Project project) {
        Target target = Target.parse(revision.get());
        RevisionGraph graph = project.graph();
        Applied applied = target.dependsOnApplied() ? project.applied() : Applied.none(graph);
        Revision found = new Resolver(project.graph(), applied).revision(target);
        RevisionFile file = project.folder()
                .file(found.id())
                .orElseThrow(() -> UsageError.of(
                        Code.FILE_UNREADABLE,
                        "the file of revision " + found.id() + " is gone",
                        "migrate show " + found));
        Editor.of(project).open(file.path());
        return new EditReport(found.id(), file.name(), problems(project, file));
    }

    /** Read again: the project has the old text. */
    private static List<Diagnostic> problems(Project project, RevisionFile file) {
        if (file.kind() == FileKind.MIG) {
            return FormattedFile.of(file.path(), file.name()).diagnostics();
        }
        Source text = TextFiles.read(file.path(), file.name());
        return RevisionFormats.all(project.files(), project).stream()
                .filter(it -> it.reads(file.name()))
                .flatMap(it -> it.read(text).diagnostics().stream())
                .toList();
    }
}
