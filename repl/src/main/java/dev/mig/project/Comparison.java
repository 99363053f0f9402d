package dev.mig.project;

import dev.mig.compile.Grades;
import dev.mig.compile.SchemaCompiler;
import dev.mig.diff.ComparedSchema;
import dev.mig.diff.ComparisonBasis;
import dev.mig.diff.Difference;
import dev.mig.diff.Overlay;
import dev.mig.diff.Rename;
import dev.mig.diff.RenameGuesses;
import dev.mig.diff.StatementTree;
import dev.mig.entities.EntityMapping;
import dev.mig.files.TextFiles;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.Migration;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.model.SchemaObject;
import dev.mig.report.DifferenceReport;
import dev.mig.revision.Applied;
import dev.mig.revision.Resolver;
import dev.mig.revision.Revision;
import dev.mig.revision.Target;
import dev.mig.script.Dialect;
import dev.mig.source.Code;
import dev.mig.source.Severity;
import dev.mig.syntax.Parsed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two schemas, wherever they come from, made comparable: each as its author wrote it, and as the database of the
 * project would tell it.
 *
 * @param basis whose words their meanings are in
 * @param firstRows what new tables are to begin with
 */
public record Comparison(
        Project project,
        Dialect dialect,
        String fromName,
        ComparedSchema from,
        String toName,
        ComparedSchema to,
        ComparisonBasis basis,
        List<Operation.Insert> firstRows) {

    /** A schema that was read. What comes from a database needs no normalisation. */
    private record Read(
            String name, SchemaModel written, @Nullable SchemaModel told, List<Operation.Insert> firstRows) {
        Read(String name, SchemaModel written, @Nullable SchemaModel told) {
            this(name, written, told, List.of());
        }
    }

    public static Comparison of(Project project, SchemaArgument from, SchemaArgument to) {
        if (from instanceof SchemaArgument.Live || to instanceof SchemaArgument.Live) {
            project.connectMeanwhile();
        }
        Dialect dialect = project.database().dialect();
        Read before = read(project, dialect, from);
        Read after = read(project, dialect, to);
        before = ofThemselves(before, from, after, to);
        after = ofThemselves(after, to, before, from);
        boolean asks = isEmbedded(dialect) || before.told() != null || after.told() != null;
        NormalizedSchemas retelling = new NormalizedSchemas(project);
        Optional<SchemaModel> one = asks ? meaning(retelling, before) : Optional.empty();
        Optional<SchemaModel> other = asks ? meaning(retelling, after) : Optional.empty();
        if (one.isPresent() && other.isPresent()) {
            return new Comparison(
                    project,
                    dialect,
                    before.name(),
                    side(project, dialect, retelling, before, one.get(), ComparisonBasis.DATABASE, from),
                    after.name(),
                    side(project, dialect, retelling, after, other.get(), ComparisonBasis.DATABASE, to),
                    ComparisonBasis.DATABASE,
                    after.firstRows());
        }
        return new Comparison(
                project,
                dialect,
                before.name(),
                authored(project, dialect, retelling, before, after, from),
                after.name(),
                authored(project, dialect, retelling, after, before, to),
                ComparisonBasis.AUTHORS,
                after.firstRows());
    }

    /** A new in-memory database costs nothing, and nobody else sees it. */
    private static boolean isEmbedded(Dialect dialect) {
        return switch (dialect.style().database()) {
            case H2, SQLITE -> true;
            case POSTGRESQL, COCKROACHDB, YUGABYTEDB, MYSQL, MARIADB -> false;
        };
    }

    /** Everything, including what autogenerate ignores. */
    public static Scope all() {
        return Scope.of(List.of(), List.of());
    }

    public static Scope scope(Project project) {
        var autogenerate = project.configuration().autogenerate();
        return Scope.of(autogenerate.include(), autogenerate.exclude());
    }

    // ---- reading

    private static Read read(Project project, Dialect dialect, SchemaArgument word) {
        EnvJs env = project.env();
        return switch (word) {
            case SchemaArgument.Live it -> {
                SchemaModel told = env.included(project.database().reader().schema(scope(project)));
                yield new Read("the database", told, told);
            }
            case SchemaArgument.Elsewhere it -> {
                SchemaModel told = env.included(project.database().schemaOf(it.url(), dialect, scope(project)));
                yield new Read(it.url().masked(), told, told);
            }
            case SchemaArgument.InFile it -> file(project, dialect, it);
            case SchemaArgument.Entities it -> {
                EntityMapping.Wanted wanted = Entities.read(project, dialect);
                yield new Read("the entities", env.included(wanted.schema()), null, wanted.firstRows());
            }
            case SchemaArgument.After(String name, Target target) -> {
                Applied none = Applied.none(project.graph());
                List<Revision> revisions = name.equalsIgnoreCase("base")
                        ? List.of()
                        : List.of(new Resolver(project.graph(), none).revision(target));
                yield new Read(
                        revisions.isEmpty() ? "base" : "revision " + revisions.getFirst(),
                        env.included(project.schemaAfter(revisions, dialect)),
                        null);
            }
        };
    }

    private static Read file(Project project, Dialect dialect, SchemaArgument.InFile file) {
        String name = project.names().of(file.path());
        if (!TextFiles.exists(file.path())) {
            throw UsageError.of(
                    Code.SCHEMA_MISSING,
                    "there is no \"" + name + "\" that says which schema is wanted",
                    "migrate dump writes one that says what the database has",
                    "migrate init writes an empty one");
        }
        SchemaModel schema =
                compiled(project, file.path(), SchemaModel.empty(dialect.style().folding()), dialect);
        return new Read(name, project.env().included(schema), null);
    }

    /** The contents of a schema file, and of whatever else is wanted. */
    static SchemaModel compiled(Project project, Path file, SchemaModel wanted, Dialect dialect) {
        Parsed<SchemaModel> parsed = new SchemaCompiler(
                        project.target(dialect.style().database()))
                .compile(TextFiles.read(file, project.names().of(file)), wanted);
        SchemaModel schema = parsed.orThrow();
        parsed.diagnostics().stream()
                .filter(it -> it.severity() == Severity.WARNING)
                .forEach(project.console()::warn);
        return schema;
    }

    /**
     * Objects without a statement of the language that no revision creates may exist in the database on purpose:
     * they are compared only if the other side names them or is a database, too.
     */
    private static Read ofThemselves(Read read, SchemaArgument word, Read other, SchemaArgument otherWord) {
        if (!(word instanceof SchemaArgument.Live) || otherWord instanceof SchemaArgument.Elsewhere) {
            return read;
        }
        List<SchemaObject> named = read.written().objects().stream()
                .filter(it ->
                        other.written().object(it.kind(), it.name()).known().isPresent())
                .toList();
        SchemaModel told = read.written().withObjects(named);
        return new Read(read.name(), told, told);
    }

    // ---- asking the database

    private static Optional<SchemaModel> meaning(NormalizedSchemas retelling, Read read) {
        return read.told() != null ? Optional.of(read.told()) : retelling.of(read.name(), read.written());
    }

    // ---- sides

    private static ComparedSchema side(
            Project project,
            Dialect dialect,
            NormalizedSchemas retelling,
            Read read,
            SchemaModel meaning,
            ComparisonBasis basis,
            SchemaArgument word) {
        if (!(word instanceof SchemaArgument.Live)) {
            return new ComparedSchema(read.written(), meaning);
        }
        SchemaModel replayed = replayed(project, dialect);
        SchemaModel retold = basis == ComparisonBasis.DATABASE && !isEmpty(replayed)
                ? retelling.of("what the revisions made", replayed).orElse(replayed)
                : replayed;
        return new Overlay(dialect.style(), basis).of(meaning, new ComparedSchema(replayed, retold));
    }

    private static boolean isEmpty(SchemaModel model) {
        return model.tables().isEmpty()
                && model.views().isEmpty()
                && model.enumTypes().isEmpty();
    }

    /** What the applied revisions say the database has; empty if none is applied. */
    private static SchemaModel replayed(Project project, Dialect dialect) {
        boolean begun =
                project.configuration().migrations().locations().stream().anyMatch(TextFiles::isFolder);
        return begun
                ? project.schemaAfter(project.applied().rows(), dialect)
                : SchemaModel.empty(dialect.style().folding());
    }

    private static ComparedSchema authored(
            Project project, Dialect dialect, NormalizedSchemas retelling, Read read, Read other, SchemaArgument word) {
        if (read.told() == null) {
            return ComparedSchema.of(read.written());
        }
        SchemaModel replayed = word instanceof SchemaArgument.Live
                ? replayed(project, dialect)
                : SchemaModel.empty(dialect.style().folding());
        SchemaModel meaning = Overlay.withViewsOf(read.told(), replayed, other.written());
        return side(project, dialect, retelling, read, meaning, ComparisonBasis.AUTHORS, word);
    }

    /** The project's database, worded as in the revisions wherever they still agree. */
    public static SchemaModel live(Project project) {
        project.connectMeanwhile();
        Dialect dialect = project.database().dialect();
        NormalizedSchemas retelling = new NormalizedSchemas(project);
        SchemaArgument.Live word = new SchemaArgument.Live();
        Read read = read(project, dialect, word);
        return side(project, dialect, retelling, read, read.written(), ComparisonBasis.DATABASE, word)
                .written();
    }

    // ---- what comes of it

    public List<Operation> operations(List<Rename> renames) {
        List<Operation> operations = new ArrayList<>();
        for (Operation it : Difference.between(from, to, dialect.style(), basis, renames)) {
            operations.add(it);
            if (it instanceof Operation.CreateTable made) {
                firstRows.stream()
                        .filter(row -> row.table().equals(made.table().name()))
                        .forEach(operations::add);
            }
        }
        return operations;
    }

    /** In reverse: reverts the operations. */
    public List<Operation> back(List<Rename> renames) {
        List<Rename> reversed = new ArrayList<>();
        for (Rename rename : renames) {
            reversed.add(
                    RenameArgument.reversed(rename, renames, dialect.style().folding()));
        }
        return Difference.between(to, from, dialect.style(), basis, reversed);
    }

    public List<Rename> guesses(List<Operation> operations) {
        return RenameGuesses.in(operations, from.written(), dialect.style());
    }

    public DifferenceReport report(List<Operation> operations, boolean isCheck) {
        return new DifferenceReport(fromName, toName, entries(operations, from.written(), dialect), isCheck);
    }

    /** As shown in reports. */
    public static List<DifferenceReport.Entry> entries(
            List<Operation> operations, SchemaModel before, Dialect dialect) {
        StatementTree tree = new StatementTree(dialect.style().database());
        List<DifferenceReport.Entry> entries = new ArrayList<>();
        for (Migration.Step step : Grades.of(operations, before)) {
            entries.add(new DifferenceReport.Entry(
                    tree.text(step.operation()), step.grade().name().toLowerCase(Locale.ROOT)));
        }
        return entries;
    }
}
