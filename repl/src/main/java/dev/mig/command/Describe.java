package dev.mig.command;

import dev.mig.diff.SchemaText;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.model.View;
import dev.mig.project.Comparison;
import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.Report;
import dev.mig.report.TextReport;
import dev.mig.source.Code;
import dev.mig.source.Span;
import dev.mig.source.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The definition of one table in the database, as {@code .mig} text. */
final class Describe implements Command {
    private final Supplier<String> name;

    Describe(Words words) {
        words.summary("show the definition of a table or view in the database")
                .description("In the language of migrations: columns, constraints, indexes, and the tables that refer "
                        + "to it.")
                .example("users", "one table");
        name = words.argument("TABLE", "the name of a table or a view");
    }

    @Override
    public Report run(Project project) {
        SchemaModel schema = project.database().reader().schema(Comparison.scope(project));
        dev.mig.model.Database of = project.database().dialect().style().database();
        Optional<Table> table = schema.tables().stream()
                .filter(it -> isNamed(it.name().toString()))
                .findFirst();
        if (table.isPresent()) {
            SchemaModel alone = SchemaModel.empty(schema.folding()).adopt(table.get());
            return new TextReport(SchemaText.of(alone, of) + references(schema, table.get()));
        }
        View view = schema.views().stream()
                .filter(it -> isNamed(it.name().toString()))
                .findFirst()
                .orElseThrow(() -> unknown(schema));
        SchemaModel alone = SchemaModel.empty(schema.folding())
                .apply(
                        view.materialized()
                                ? new Operation.CreateMaterializedView(view.name(), view.query(), Span.none())
                                : new Operation.CreateView(view.name(), view.query(), false, Span.none()));
        return new TextReport(SchemaText.of(alone, of));
    }

    private boolean isNamed(String other) {
        return other.equalsIgnoreCase(name.get());
    }

    private static String references(SchemaModel schema, Table table) {
        List<String> from = schema.tablesReferencing(table.name()).stream()
                .map(Table::name)
                .filter(it -> !it.equals(table.name()))
                .map(Object::toString)
                .toList();
        return from.isEmpty() ? "" : "\n-- referenced by " + String.join(", ", from) + "\n";
    }

    private RuntimeException unknown(SchemaModel schema) {
        List<String> names = Stream.concat(
                        schema.tables().stream().map(it -> it.name().name()),
                        schema.views().stream().map(it -> it.name().name()))
                .map(Identifier::text)
                .toList();
        String near = Suggestions.nearest(name.get(), names)
                .map(it -> "did you mean \"" + it + "\"?")
                .orElse("tables lists those that there are");
        return UsageError.of(Code.TABLE_UNKNOWN, "the database has no table \"" + name.get() + "\"", near);
    }
}
