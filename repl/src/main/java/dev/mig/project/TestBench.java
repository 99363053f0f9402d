package dev.mig.project;

import dev.mig.compile.Compilation;
import dev.mig.diff.ComparedSchema;
import dev.mig.diff.ComparisonBasis;
import dev.mig.diff.Difference;
import dev.mig.files.ScratchFolder;
import dev.mig.jdbc.DatabaseReader;
import dev.mig.jdbc.FileLockWait;
import dev.mig.jdbc.JdbcRunner;
import dev.mig.jdbc.Outcome;
import dev.mig.jdbc.OwnTables;
import dev.mig.jdbc.RunListener;
import dev.mig.jdbc.RunOptions;
import dev.mig.jdbc.ScratchDatabase;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.Migration;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.report.TestReport.Trial;
import dev.mig.revision.Applied;
import dev.mig.revision.Direction;
import dev.mig.revision.Plan;
import dev.mig.revision.Planner;
import dev.mig.revision.Revision;
import dev.mig.revision.Target;
import dev.mig.script.Dialect;
import dev.mig.script.Script;
import dev.mig.script.ScriptCompiler;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.util.List;
import java.util.Optional;

/** A scratch database, with the revisions applied so far and the resulting schema. */
public final class TestBench implements AutoCloseable {
    private final Project project;
    private final Dialect dialect;
    private final ScratchDatabase scratch;
    private final JdbcRunner runner;
    private final DatabaseReader reader;
    private Applied applied;
    private SchemaModel schema;

    private TestBench(
            Project project, Dialect dialect, ScratchDatabase scratch, JdbcRunner runner, DatabaseReader reader) {
        this.project = project;
        this.dialect = dialect;
        this.scratch = scratch;
        this.runner = runner;
        this.reader = reader;
        this.applied = Applied.none(project.graph());
        this.schema = reader.schema(Scope.EVERYTHING);
    }

    public static TestBench open(Project project, ScratchFolder folder) {
        Database database = project.database();
        Dialect dialect = database.dialect();
        ScratchDatabase scratch =
                ScratchDatabase.open(database.connections(), dialect.style().database(), folder.path());
        JdbcRunner runner = JdbcRunner.open(
                scratch.connections(),
                OwnTables.DEFAULT,
                dialect,
                database.operator(),
                RunOptions.DEFAULT,
                RunListener.SILENT);
        DatabaseReader reader = DatabaseReader.open(scratch.connections(), OwnTables.DEFAULT, FileLockWait.NONE);
        return new TestBench(project, dialect, scratch, runner, reader);
    }

    public Trial test(Revision revision) {
        List<String> below =
                Planner.upgrade(project.graph(), applied, List.of(Target.parse(revision.id()))).revisions().stream()
                        .map(Revision::id)
                        .filter(it -> !it.equals(revision.id()))
                        .toList();
        if (!below.isEmpty()) {
            Optional<Trial> failed = move(revision, Direction.UPGRADE, below);
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        SchemaModel before = schema;
        Optional<Trial> up = move(revision, Direction.UPGRADE, List.of(revision.id()));
        if (up.isPresent()) {
            return up.get();
        }
        boolean hasWayBack = project.compile(List.of(revision), dialect)
                        .orThrow()
                        .revision(revision.id())
                        .migration()
                        .downgrade()
                instanceof Migration.Back;
        if (!hasWayBack) {
            return new Trial(revision.id(), revision.message(), "no way back", "", List.of(), null);
        }
        SchemaModel after = schema;
        return move(revision, Direction.DOWNGRADE, List.of(revision.id()))
                .or(() -> compared(revision, "downgrade", before))
                .or(() -> move(revision, Direction.UPGRADE, List.of(revision.id())))
                .or(() -> compared(revision, "second upgrade", after))
                .orElseGet(() -> new Trial(revision.id(), revision.message(), "returns", "", List.of(), null));
    }

    /** Empty if the move succeeded. */
    private Optional<Trial> move(Revision tested, Direction direction, List<String> ids) {
        Plan plan = Planner.only(project.graph(), applied, direction, ids);
        Outcome outcome;
        try {
            Compilation compilation = project.compile(plan.revisions(), dialect).orThrow();
            Script script = new ScriptCompiler(dialect).compile(plan, it -> compilation.revision(it.id()));
            outcome =
                    project.process().interruption().during(runner::cancel, () -> runner.run(script, revision -> null));
        } catch (DiagnosticException wrong) {
            return Optional.of(failed(tested, direction, wrong.diagnostics().getFirst()));
        }
        applied = Applied.of(project.graph(), outcome.rows());
        schema = reader.schema(Scope.EVERYTHING);
        return switch (outcome) {
            case Outcome.Applied it -> Optional.empty();
            case Outcome.Stopped it -> Optional.of(failed(tested, direction, it.why()));
        };
    }

    private static Trial failed(Revision revision, Direction direction, Diagnostic why) {
        // Hints would refer to the project's own database.
        Diagnostic here = new Diagnostic(
                why.code(),
                why.severity(),
                why.message(),
                why.span(),
                why.related(),
                why.hints().stream().limit(1).toList());
        return new Trial(revision.id(), revision.message(), "fails", direction.word(), List.of(), here);
    }

    /** Empty if the schema is as expected; if not, the revision is applied again for those that follow. */
    private Optional<Trial> compared(Revision revision, String move, SchemaModel wanted) {
        List<Operation> missing = Difference.between(
                ComparedSchema.of(schema),
                ComparedSchema.of(wanted),
                dialect.style(),
                ComparisonBasis.DATABASE,
                List.of());
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Trial differs = new Trial(
                revision.id(), revision.message(), "differs", move, Comparison.entries(missing, schema, dialect), null);
        if (applied.contains(revision)) {
            return Optional.of(differs);
        }
        return Optional.of(move(revision, Direction.UPGRADE, List.of(revision.id()))
                .map(Trial::failure)
                .map(differs::with)
                .orElse(differs));
    }

    @Override
    public void close() {
        reader.close();
        runner.close();
        scratch.close();
    }
}
