package dev.mig.command;

import dev.mig.files.FileKind;
import dev.mig.files.NewRevision;
import dev.mig.project.FileTarget;
import dev.mig.project.Project;
import dev.mig.project.TouchedTables;
import dev.mig.report.NewRevisionReport;
import dev.mig.report.Report;
import dev.mig.revision.Applied;
import dev.mig.revision.NewParents;
import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Creates a merge revision, and reports what to check before relying on it. */
final class Merge implements Command {
    private final Supplier<Optional<String>> message;
    private final Supplier<Optional<String>> label;
    private final Supplier<Optional<String>> id;
    private final Supplier<List<String>> heads;

    Merge(Words words) {
        words.summary("create a revision that merges branches")
                .description("The revision itself changes nothing. Tables changed on more than one side are listed: "
                        + "check that the changes work in either order.")
                .example("heads -m \"merge billing\"", "all heads")
                .example("left@head right@head", "two branches");
        message = words.option("TEXT", "the message", "-m", "--message");
        label = words.option("LABEL", "name the branch that begins here", "--branch-label");
        id = words.option("ID", "instead of 12 random hex digits", "--rev-id");
        heads = words.arguments("TARGET", "the revisions to merge; \"heads\" for all", 1, Integer.MAX_VALUE);
    }

    @Override
    public Report run(Project project) {
        RevisionGraph graph = project.graph();
        List<Revision> parents = NewParents.ofMerge(
                graph,
                Applied.none(graph),
                heads.get().stream().map(FileTarget::parse).toList());
        List<String> ids = parents.stream().map(Revision::id).toList();
        NewRevision revision = new NewRevision(
                id.get()
                        .orElseGet(() ->
                                NewRevision.randomId(project.process().random().get())),
                message.get().filter(it -> !it.isBlank()).orElse("merge " + String.join(" and ", ids)),
                ids,
                label.get().stream().toList(),
                List.of(),
                project.process().clock().instant());
        List<String> shared = shared(project, parents);
        WrittenRevision writing =
                WrittenRevision.write(project, revision, parents, FileKind.MIG, revision.text(FileKind.MIG));
        return new NewRevisionReport(revision.id(), writing.name(), revision.revises(), shared, List.of());
    }

    /** Tables changed on more than one side, in alphabetical order. */
    private static List<String> shared(Project project, List<Revision> parents) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new TreeSet<>();
        for (List<Revision> side : NewParents.sides(project.graph(), parents)) {
            Set<String> touched = side.stream()
                    .flatMap(it -> TouchedTables.of(project.text(it)).stream())
                    .collect(Collectors.toSet());
            touched.stream().filter(it -> !seen.add(it)).forEach(shared::add);
        }
        return List.copyOf(shared);
    }
}
