package dev.mig.command;

import dev.mig.diff.SchemaText;
import dev.mig.files.SchemaFile;
import dev.mig.files.TextFiles;
import dev.mig.jdbc.inspect.UnsupportedObject;
import dev.mig.model.Folding;
import dev.mig.model.SchemaModel;
import dev.mig.model.SchemaObject;
import dev.mig.project.Comparison;
import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.DumpReport;
import dev.mig.report.Report;
import dev.mig.report.TextReport;
import dev.mig.source.Code;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes the structure of the database to {@code schema.mig}. */
final class Dump implements Command {
    private final Supplier<Optional<String>> output;
    private final Supplier<Boolean> force;

    Dump(Words words) {
        words.summary("write the structure of the database to a file")
                .description("This adopts an existing database: from then on, schema.mig describes the wanted schema. "
                        + "Definitions are written as in the revisions where they still match. An existing "
                        + "schema.mig with statements is not overwritten without --force.")
                .example("", "to schema.mig")
                .example("-o -", "to standard output")
                .example("--force", "overwrite an existing schema.mig");
        output = words.option("FILE", "another file; \"-\" for stdout", "-o", "--output");
        force = words.flag("overwrite a file with statements", "--force");
    }

    @Override
    public Report run(Project project) {
        Optional<String> word = output.get();
        if (word.filter("-"::equals).isPresent()) {
            return new TextReport(text(project));
        }
        Path path = word.map(it -> project.directory().resolve(it).normalize())
                .orElseGet(() -> project.configuration().schemaFile());
        String name = project.names().of(path);
        if (TextFiles.exists(path) && !force.get() && SchemaFile.holdsStatements(path, name)) {
            throw UsageError.of(
                    Code.FILE_EXISTS,
                    "\"" + name + "\" holds statements already",
                    "migrate diff " + name + " database shows how the database differs",
                    "migrate dump --force writes over it",
                    "migrate dump -o - writes to the terminal");
        }
        SchemaModel schema = Comparison.live(project);
        List<String> beyond = beyond(project, schema);
        SchemaFile.write(path, name, text(project, schema, beyond));
        return new DumpReport(
                name,
                schema.tables().size(),
                schema.views().size(),
                schema.enumTypes().size(),
                schema.objects().size(),
                beyond.size());
    }

    /** The text of the file. */
    static String text(Project project) {
        SchemaModel schema = Comparison.live(project);
        return text(project, schema, beyond(project, schema));
    }

    private static String text(Project project, SchemaModel schema, List<String> beyond) {
        return SchemaText.of(schema, project.database().dialect().style().database(), beyond);
    }

    /** What the database has and the statements of the schema cannot create. */
    private static List<String> beyond(Project project, SchemaModel schema) {
        return project.database().reader().unsupported(Comparison.scope(project)).stream()
                .filter(it -> schema.objects().stream().noneMatch(object -> isSame(object, it, schema.folding())))
                .map(UnsupportedObject::toString)
                .toList();
    }

    /**
     * Objects of a table may be written as {@code table.name} or by their own name, functions with their
     * arguments.
     */
    private static boolean isSame(SchemaObject object, UnsupportedObject beyond, Folding folding) {
        String name = folding.key(object.name().name()).replaceFirst("\\(.*", "");
        return beyond.kind().endsWith(object.kind().toLowerCase(Locale.ROOT))
                && name.equals(folding.key(beyond.name().name()));
    }
}
