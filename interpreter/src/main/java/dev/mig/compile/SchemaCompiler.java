package dev.mig.compile;

import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RowFile;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.Mig;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.MigSchema;
import dev.mig.syntax.tree.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compiles a {@code schema.mig} into a schema.
 *
 * <p>Everything is asked about as in a revision. Only what a foreign key refers to may come further down.
 */
public final class SchemaCompiler {
    private final Target target;

    public SchemaCompiler(Target target) {
        this.target = target;
    }

    /** The schema, or the problems in its text. */
    public Parsed<SchemaModel> compile(Source source) {
        return compile(source, SchemaModel.empty(target.database().folding()));
    }

    /** The same, in addition to an existing schema: the text may refer to it but must not redefine it. */
    public Parsed<SchemaModel> compile(Source source, SchemaModel wanted) {
        Parsed<MigSchema> parsed = Mig.parseSchema(source);
        MigSchema tree = parsed.tree();
        if (tree == null) {
            return new Parsed<>(null, parsed.diagnostics());
        }
        CompilationUnit bench = CompilationUnit.strict(target, "", new NoFiles(), wanted);
        new Translator(target, bench.problems(), bench.names(), bench.variables(), bench.files(), bench.draft())
                .add(new Block(ordered(tree.statements()), Span.none()));
        List<Diagnostic> said = new ArrayList<>(parsed.diagnostics());
        said.addAll(bench.problems().byPlace());
        boolean wrong = said.stream().anyMatch(Diagnostic::isError);
        return new Parsed<>(wrong ? null : whole(bench.draft().model()), said);
    }

    private static List<Statement> ordered(List<Statement> statements) {
        return statements.stream()
                .sorted(Comparator.comparingInt(SchemaCompiler::rank))
                .toList();
    }

    /** Dependencies come first. */
    private static int rank(Statement statement) {
        return switch (statement) {
            case Statement.CreateSchema it -> 0;
            case Statement.CreateEnum it -> 1;
            case Statement.CreateSequence it -> 1;
            case Statement.CreateTable it -> 2;
            case Statement.CreateView it -> 3;
            case Statement.CreateMaterializedView it -> 3;
            case Statement it -> 4;
        };
    }

    /** A foreign key without columns refers to the primary key of its table, wherever that is defined. */
    private static SchemaModel whole(SchemaModel model) {
        SchemaModel whole = withSchemas(model);
        for (Table table : model.tables()) {
            List<Constraint> constraints = table.constraints().stream()
                    .map(it -> it instanceof Constraint.ForeignKey key
                                    && key.targetColumns().isEmpty()
                            ? withColumns(key, model)
                            : it)
                    .toList();
            whole = whole.adopt(table.withConstraints(constraints));
        }
        return whole;
    }

    /** An object in a schema needs the schema as well. */
    private static SchemaModel withSchemas(SchemaModel model) {
        SchemaModel with = model;
        for (QualifiedIdentifier name : names(model)) {
            Identifier schema = name.schema();
            if (schema != null && with.schema(schema).known().isEmpty()) {
                with = with.apply(new Operation.CreateSchema(schema, false, Span.none()));
            }
        }
        return with;
    }

    private static List<QualifiedIdentifier> names(SchemaModel model) {
        List<QualifiedIdentifier> names = new ArrayList<>();
        model.tables().forEach(it -> names.add(it.name()));
        model.views().forEach(it -> names.add(it.name()));
        model.enumTypes().forEach(it -> names.add(it.name()));
        model.sequences().forEach(it -> names.add(it.name()));
        return names;
    }

    private static Constraint withColumns(Constraint.ForeignKey key, SchemaModel model) {
        return model.table(key.target())
                .known()
                .flatMap(Table::primaryKey)
                .map(it -> key.withTarget(key.target(), it.columns()))
                .orElse(key);
    }

    /** No statement of a schema file names another file. */
    private record NoFiles() implements RevisionFiles {
        @Override
        public Source text(String id) {
            throw new IllegalStateException("a schema file has no revisions");
        }

        @Override
        public Source script(String id, String path, Span place) {
            throw new IllegalStateException("a schema file has no scripts");
        }

        @Override
        public RowFile rows(String id, String path, Span place) {
            throw new IllegalStateException("a schema file has no rows");
        }
    }
}
