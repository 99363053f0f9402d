package dev.mig.command;

import dev.mig.project.Comparison;
import dev.mig.project.Project;
import dev.mig.project.SchemaArgument;
import dev.mig.report.Report;
import java.util.List;
import java.util.function.Supplier;

/** The operations that turn one schema into another. */
final class Diff implements Command {
    private final Supplier<List<String>> renames;
    private final Supplier<List<String>> schemas;

    Diff(Words words) {
        words.summary("show the difference between two schemas")
                .description("Compares any two of: the database, schema.mig, a revision, another database. Without "
                        + "arguments: the database and schema.mig.")
                .example("", "what the database lacks compared with schema.mig")
                .example("head database", "what was changed by hand")
                .example("base head", "everything that the revisions create")
                .example("database jdbc:h2:./data/other", "from this database to another one");
        renames = words.options("OLD=NEW", "a rename: users.nick=handle", "--rename");
        schemas = words.arguments("SCHEMA", "FROM and TO: " + SchemaArgument.HELP, 0, 2);
    }

    @Override
    public Report run(Project project) {
        List<String> words = schemas.get();
        SchemaArgument from =
                words.isEmpty() ? new SchemaArgument.Live() : SchemaArgument.parse(project, words.getFirst());
        SchemaArgument to =
                words.size() < 2 ? SchemaArgument.wanted(project) : SchemaArgument.parse(project, words.get(1));
        Comparison comparison = Comparison.of(project, from, to);
        return comparison.report(RenameAnswers.of(comparison, renames.get()).operations(), false);
    }
}
