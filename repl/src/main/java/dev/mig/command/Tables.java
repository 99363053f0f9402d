package dev.mig.command;

import dev.mig.model.Column;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.project.Comparison;
import dev.mig.project.Project;
import dev.mig.report.Page.Definition;
import dev.mig.report.Report;
import dev.mig.report.TablesReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tables and views of the database, with their columns in brief. */
final class Tables implements Command {
    Tables(Words words) {
        words.summary("list the tables and views of the database").example("", "all of them, with their columns");
    }

    @Override
    public Report run(Project project) {
        SchemaModel schema = project.database().reader().schema(Comparison.scope(project));
        List<Definition> found = new ArrayList<>();
        schema.tables().forEach(it -> found.add(new Definition(it.name().toString(), columns(it))));
        schema.views()
                .forEach(it -> found.add(
                        new Definition(it.name().toString(), it.materialized() ? "a materialized view" : "a view")));
        return new TablesReport(found);
    }

    private static String columns(Table table) {
        return table.columns().stream().map(Column::name).map(Object::toString).collect(Collectors.joining(", "));
    }
}
