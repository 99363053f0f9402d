package dev.mig.command;

import dev.mig.files.FileKind;
import dev.mig.files.MigrationsFolder;
import dev.mig.files.NewRevision;
import dev.mig.report.NewRevisionReport;
import dev.mig.report.Report;
import dev.mig.revision.Applied;
import dev.mig.revision.NewParents;
import dev.mig.revision.Resolver;
import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import dev.mig.revision.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A new file in the history, its header filled in. */
final class WriteRevision implements Command {
    private final Supplier<Optional<String>> message;
    private final Supplier<Optional<FileKind>> format;
    private final Supplier<List<String>> heads;
    private final Supplier<Boolean> splice;
    private final Supplier<List<String>> labels;
    private final Supplier<List<String>> dependsOn;
    private final Supplier<Optional<String>> id;
    private final Supplier<Boolean> edit;

    WriteRevision(Words words) {
        words.summary("write a new revision")
                .description("The file follows the only head; where there are several, --head says which.")
                .example("-m \"add orders\"", "after the only head")
                .example("-m \"add invoices\" --head billing@head", "on a branch")
                .example("-m \"start of billing\" --head base --branch-label billing", "a new root, with a name");
        message = words.option("TEXT", "what it does, in a few words", "-m", "--message");
        format = words.option("KIND", "mig, js or sql; mig if left out", WriteRevision::kind, "--format");
        heads = words.options("TARGET", "what it follows; \"base\" for a new root; twice for a merge", "--head");
        splice = words.flag("follow a revision that others follow already, beginning a branch", "--splice");
        labels = words.options("LABEL", "name the branch that begins here", "--branch-label");
        dependsOn = words.options("REVISION", "must be applied first, without being a parent", "--depends-on");
        id = words.option("ID", "instead of 12 random hex digits", "--rev-id");
        edit = words.flag("open it in $VISUAL or $EDITOR", "--edit");
    }

    private static FileKind kind(String word) {
        return FileKind.named(word)
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is none of mig, js and sql"));
    }

    @Override
    public Report run(Project project) {
        String said = message.get()
                .filter(it -> !it.isBlank())
                .orElseThrow(() -> Wrong.words(
                        "a revision needs a message that says what it does", "migrate revision -m \"add orders\""));
        makeFolder(project);
        RevisionGraph graph = project.graph();
        List<Revision> parents = NewParents.of(
                graph,
                Applied.none(graph),
                heads.get().stream().map(WriteRevision::target).toList(),
                splice.get());
        Resolver resolver = new Resolver(graph, Applied.none(graph));
        List<String> dependencies = dependsOn.get().stream()
                .map(it -> resolver.revision(target(it)).id())
                .distinct()
                .toList();
        Surroundings surroundings = project.surroundings();
        NewRevision revision = new NewRevision(
                id.get()
                        .orElseGet(
                                () -> NewRevision.randomId(surroundings.random().get())),
                said,
                parents.stream().map(Revision::id).toList(),
                labels.get(),
                dependencies,
                surroundings.clock().instant());
        Writing writing = Writing.write(project, revision, parents, format.get().orElse(FileKind.MIG));
        if (edit.get()) {
            Editor.of(project).open(writing.path());
        }
        return new NewRevisionReport(revision.id(), writing.name(), revision.revises(), List.of());
    }

    /** A place in the files: what the database is at does not decide what a file says. */
    static Target target(String word) {
        Target target = Target.parse(word);
        if (target.dependsOnApplied()) {
            throw Wrong.words(
                    "\"" + word + "\" is a place in the database, and a revision of the files is wanted",
                    "an id, \"head\", a branch like left@head, or \"base\"");
        }
        return target;
    }

    /** Git keeps no empty folders: after a clone, the one that init made may be gone. */
    private static void makeFolder(Project project) {
        if (project.configuration().file() != null) {
            MigrationsFolder.make(
                    project.configuration().migrations().locations().getFirst(), project.names());
        }
    }
}
