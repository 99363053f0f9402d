package dev.mig.compile;

import dev.mig.model.Migration;
import dev.mig.model.SchemaModel;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles statements that come from no file, as if they were the next revision: against the schema read from a
 * database, with the same checks and messages.
 */
public final class StatementCompiler {
    private static final Header HEADER = new Header(
            new Header.Ref("typed", Span.none()),
            "",
            List.of(),
            List.of(),
            List.of(),
            Header.Timeouts.NONE,
            null,
            Span.none());

    private final Target target;
    private final RevisionFiles files;

    /** @param files where {@code load} and {@code script file} find what they name */
    public StatementCompiler(Target target, RevisionFiles files) {
        this.target = target;
        this.files = files;
    }

    /** The header of the virtual revision. */
    public static Header header() {
        return HEADER;
    }

    /**
     * Some statements. Their way back is derived where it can be; {@link Migration.NoWayBack} says where it cannot.
     *
     * @param text in which they stand, in whatever language
     * @param told everything that the database has: what is not in it does not exist
     */
    public Parsed<CompiledRevision> compile(Source text, Parsed<List<Statement>> parsed, SchemaModel told) {
        List<Statement> statements = parsed.tree();
        if (statements == null) {
            return new Parsed<>(null, parsed.diagnostics());
        }
        Block block = new Block(statements, text.span(0, text.text().length()));
        RevisionCompiler compiler = new RevisionCompiler(target, files);
        RevisionCompiler.Result result =
                compiler.compile(new Body(block, new RevisionBody.None(null, Span.none())), told);
        SchemaModel whole = told;
        for (var missing : result.outside().keySet()) {
            whole = whole.adoptAbsence(missing);
        }
        if (!result.outside().isEmpty()) {
            result = compiler.compile(new Body(block, new RevisionBody.None(null, Span.none())), whole);
        }
        List<Diagnostic> said = new ArrayList<>(parsed.diagnostics());
        said.addAll(result.diagnostics());
        if (said.stream().anyMatch(Diagnostic::isError)) {
            return new Parsed<>(null, said);
        }
        RevisionCompiler.Result derived = compiler.compile(new Body(block, new RevisionBody.Derived()), whole);
        @Nullable
        Diagnostic irreversible = derived.diagnostics().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .orElse(null);
        CompiledRevision compiled = irreversible == null ? derived.revision() : withoutWayBack(result, irreversible);
        return new Parsed<>(compiled, said);
    }

    private static CompiledRevision withoutWayBack(RevisionCompiler.Result result, Diagnostic why) {
        CompiledRevision it = result.revision();
        // The part before the colon refers to a downgrade that nobody wrote here.
        String reason = why.message().substring(why.message().indexOf(": ") + 1).strip();
        return new CompiledRevision(
                new Migration(
                        it.migration().header(), it.migration().upgrade(), new Migration.NoWayBack(reason, why.span())),
                it.before(),
                it.after(),
                it.scripts(),
                it.rows(),
                it.outside());
    }

    private record Body(Block block, Way how) implements RevisionBody {
        @Override
        public Header header() {
            return HEADER;
        }

        @Override
        public void upgrade(CompilationUnit bench) {
            new Translator(
                            bench.target(),
                            bench.problems(),
                            bench.names(),
                            bench.variables(),
                            bench.files(),
                            bench.draft())
                    .add(block);
        }

        @Override
        public Way way(CompilationUnit bench) {
            return how;
        }

        @Override
        public void downgrade(CompilationUnit bench) {}
    }
}
