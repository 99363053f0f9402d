package dev.mig.command;

import dev.mig.project.Comparison;
import dev.mig.project.Project;
import dev.mig.project.SchemaArgument;
import dev.mig.report.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Compares the database with the wanted schema. */
final class Check implements Command {
    private final Supplier<Optional<String>> from;

    Check(Words words) {
        words.summary("compare the database with schema.mig")
                .description("Exits with 4 if they differ, and shows the operations that would make the database "
                        + "match. The database is asked how it would describe the wanted schema, so different "
                        + "wording is no difference. Tables excluded by [autogenerate] are ignored.")
                .example("", "against schema.mig")
                .example("--from head", "against the schema of the revisions")
                .example("--from jdbc:h2:./data/other", "against another database");
        from = words.option("SCHEMA", "the wanted schema, instead of schema.mig: " + SchemaArgument.HELP, "--from");
    }

    @Override
    public Report run(Project project) {
        SchemaArgument wanted =
                from.get().map(it -> SchemaArgument.parse(project, it)).orElseGet(() -> SchemaArgument.wanted(project));
        Comparison comparison = Comparison.of(project, new SchemaArgument.Live(), wanted);
        return comparison.report(comparison.operations(List.of()), true);
    }
}
