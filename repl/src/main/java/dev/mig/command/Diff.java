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
        words.summary("show what makes one schema of another")
                .description("Of any two: the database, schema.mig, what a revision leaves behind, another database."
                        + " Without words it is the database and schema.mig.")
                .example("", "what the database lacks that schema.mig wants")
                .example("head database", "what somebody changed by hand")
                .example("base head", "everything that the revisions make")
                .example("database jdbc:h2:./data/other", "what another database has and this one has not");
        renames = words.options("OLD=NEW", "only the name is another: users.nick=handle", "--rename");
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
