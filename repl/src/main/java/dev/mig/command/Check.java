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
        words.summary("say whether the database is as schema.mig wants it")
                .description("Ends with 4 if it is not, and shows the operations that would make it so. What a database"
                        + " words otherwise than schema.mig is no difference: the database is asked how it would tell"
                        + " the wanted schema. Tables that [autogenerate] excludes are not looked at.")
                .example("", "against schema.mig")
                .example("--from head", "against what the revisions say")
                .example("--from jdbc:h2:./data/other", "against another database");
        from = words.option("SCHEMA", "what is wanted, instead of schema.mig: " + SchemaArgument.HELP, "--from");
    }

    @Override
    public Report run(Project project) {
        SchemaArgument wanted =
                from.get().map(it -> SchemaArgument.parse(project, it)).orElseGet(() -> SchemaArgument.wanted(project));
        Comparison comparison = Comparison.of(project, new SchemaArgument.Live(), wanted);
        return comparison.report(comparison.operations(List.of()), true);
    }
}
