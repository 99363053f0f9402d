package dev.mig.command;

import dev.mig.diff.SchemaText;
import dev.mig.files.SchemaFile;
import dev.mig.files.TextFiles;
import dev.mig.model.SchemaModel;
import dev.mig.report.DumpReport;
import dev.mig.report.Report;
import dev.mig.report.TextReport;
import dev.mig.source.Code;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The database as {@code schema.mig}. */
final class Dump implements Command {
    private final Supplier<Optional<String>> output;
    private final Supplier<Boolean> force;

    Dump(Words words) {
        words.summary("write the database as schema.mig")
                .description(
                        "A database that nobody has managed so far is taken over by it: from then on schema.mig says"
                                + " what is wanted. What revisions made is told in their words where they still say the"
                                + " same. A schema.mig that holds statements is left alone without --force.")
                .example("", "into schema.mig")
                .example("-o -", "to the terminal")
                .example("--force", "over a schema.mig with statements in it");
        output = words.option("FILE", "another file; \"-\" for stdout", "-o", "--output");
        force = words.flag("write over a file that holds statements", "--force");
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
            throw Wrong.of(
                    Code.FILE_EXISTS,
                    "\"" + name + "\" holds statements already",
                    "migrate diff " + name + " database shows how the database differs",
                    "migrate dump --force writes over it",
                    "migrate dump -o - writes to the terminal");
        }
        SchemaModel schema = Comparison.live(project);
        SchemaFile.write(path, name, SchemaText.of(schema));
        return new DumpReport(
                name,
                schema.tables().size(),
                schema.views().size(),
                schema.enumTypes().size());
    }

    /** What the file would hold. */
    static String text(Project project) {
        return SchemaText.of(Comparison.live(project));
    }
}
