package dev.mig.command;

import dev.mig.files.FileKind;
import dev.mig.files.NewRevision;
import dev.mig.jdbc.JdbcRunner;
import dev.mig.jdbc.RunOptions;
import dev.mig.model.Migration;
import dev.mig.project.ProcessEnvironment;
import dev.mig.project.Project;
import dev.mig.project.Recording;
import dev.mig.project.RevisionSnapshots;
import dev.mig.project.UsageError;
import dev.mig.report.LineReport;
import dev.mig.report.Report;
import dev.mig.revision.Applied;
import dev.mig.revision.Planner;
import dev.mig.revision.Revision;
import dev.mig.revision.Stamp;
import dev.mig.revision.Target;
import dev.mig.source.Code;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Turns the recorded statements into a revision, and marks it as applied. */
final class Save implements Command {
    private final Supplier<Optional<String>> id;

    Save(Words words) {
        words.summary("write the recorded statements to a new revision, and mark it as applied")
                .description("The downgrade is derived from the statements. Nothing runs, because the database already"
                        + " has the changes.")
                .example("", "after record and some statements");
        id = words.option("ID", "instead of 12 random hex digits", "--rev-id");
    }

    @Override
    public Report run(Project project) {
        Recording recording = project.session().recording();
        if (recording == null) {
            throw UsageError.words("nothing is being recorded", "record add invoices");
        }
        if (recording.takes().isEmpty()) {
            throw UsageError.words(
                    "nothing was run since \"" + recording.message() + "\" began", "discard ends the recording");
        }
        List<Revision> parents = parents(project);
        ProcessEnvironment process = project.process();
        NewRevision revision = new NewRevision(
                id.get().orElseGet(() -> NewRevision.randomId(process.random().get())),
                recording.message(),
                parents.stream().map(Revision::id).toList(),
                List.of(),
                List.of(),
                process.clock().instant());
        String upgrade = recording.takes().stream().map(Recording.Take::text).collect(Collectors.joining("\n\n"));
        WrittenRevision written = WrittenRevision.write(
                project, revision, parents, FileKind.MIG, revision.textWithDerivedWay(upgrade, noWayBack(recording)));
        project.session().record(null);
        project.filesChanged();
        stamp(project, revision.id());
        return new LineReport("made  " + written.name() + "\nnow at " + revision.id());
    }

    /** Its parents are the current revisions of the database, and they must not have children yet. */
    static List<Revision> parents(Project project) {
        Applied applied = project.applied().orThrow();
        List<Revision> rows = applied.rows();
        List<Revision> heads = project.graph().heads();
        if (!rows.equals(heads)) {
            throw UsageError.of(
                    Code.DATABASE_BEHIND,
                    "the database is not at the head, where a new revision has to follow",
                    "apply what is pending first: upgrade");
        }
        if (rows.size() > 1) {
            throw UsageError.of(
                    Code.NEW_REVISION_HEADS,
                    "there are " + rows.size() + " heads, and a recorded revision follows one",
                    "bring them together first: merge heads -m \"...\"");
        }
        return rows;
    }

    private static String noWayBack(Recording recording) {
        return recording.takes().stream()
                .map(Recording.Take::way)
                .filter(Migration.NoWayBack.class::isInstance)
                .map(it -> String.valueOf(((Migration.NoWayBack) it).reason()))
                .findFirst()
                .orElse("");
    }

    private static void stamp(Project project, String id) {
        List<Target> target = List.of(Target.parse(id));
        try (JdbcRunner runner = project.writer(RunOptions.DEFAULT)) {
            Applied before = Applied.of(project.graph(), runner.rows()).orThrow();
            Stamp stamp = Planner.stamp(project.graph(), before, target);
            runner.stamp(
                    stamp,
                    RevisionSnapshots.ofTexts(
                            project, project.graph().revision(id).stream().toList()));
        }
    }
}
