package dev.mig.compile;

import dev.mig.model.Migration;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles one revision against the schema it meets. */
final class RevisionCompiler {
    private final Target target;
    private final RevisionFiles files;

    RevisionCompiler(Target target, RevisionFiles files) {
        this.target = target;
        this.files = files;
    }

    /**
     * @param outside the tables it uses that no revision before it creates, and where each is needed first
     * @param diagnostics of the revision, by place; with an error among them the rest is a best guess
     */
    record Result(CompiledRevision revision, Map<QualifiedIdentifier, Span> outside, List<Diagnostic> diagnostics) {}

    Result compile(RevisionBody body, SchemaModel before) {
        CompilationUnit bench = CompilationUnit.strict(target, id(body), files, before);
        body.upgrade(bench);
        Grading upgrade = Grading.of(bench.draft().entries(), before);
        SchemaModel after = bench.draft().model();
        bench.turn();
        Migration.WayBack wayBack = switch (body.way(bench)) {
            case RevisionBody.Written written -> {
                body.downgrade(bench);
                yield new Migration.Back(
                        Grading.of(bench.draft().entries(), after).steps(), false);
            }
            case RevisionBody.Derived derived -> {
                if (!bench.problems().hasErrors()) {
                    upgrade.irreversible().forEach(bench.problems()::add);
                }
                yield new Migration.Back(upgrade.back(after), true);
            }
            case RevisionBody.None(var reason, var span) -> new Migration.NoWayBack(reason, span);
        };
        Set<QualifiedIdentifier> asked = new HashSet<>(bench.outside().keySet());
        asked.addAll(bench.unclear());
        CompiledRevision revision = new CompiledRevision(
                new Migration(body.header(), upgrade.steps(), wayBack),
                before,
                after,
                bench.files().scripts(),
                bench.files().rows(),
                asked);
        return new Result(revision, bench.outside(), bench.problems().byPlace());
    }

    /** What an ancestor does, without asking whether it should. */
    List<Operation> replay(RevisionBody body, SchemaModel before) {
        CompilationUnit bench = CompilationUnit.lenient(target, id(body), files, before);
        body.upgrade(bench);
        return bench.draft().operations();
    }

    /** All that a revision does in either direction, in a schema of which nothing is known. */
    CompilationUnit outline(RevisionBody body) {
        CompilationUnit bench = CompilationUnit.lenient(
                target, id(body), files, SchemaModel.empty(target.database().folding()));
        body.upgrade(bench);
        body.downgrade(bench);
        return bench;
    }

    private static String id(RevisionBody body) {
        return body.header().id().text();
    }
}
