package dev.mig.command;

import dev.mig.files.FileKind;
import dev.mig.files.NewProject;
import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.InitReport;
import dev.mig.report.Report;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Creates the files of a new project. */
final class Init implements Command {
    private final Supplier<Optional<String>> folder;
    private final Supplier<Optional<FileKind>> template;

    Init(Words words) {
        words.summary("create the files of a new project")
                .description("Creates migrate.toml, a folder for migrations, and schema.mig, each with explanatory "
                        + "comments. Existing files are left alone.")
                .example("", "here, with an embedded database in ./data")
                .example("--template js", "for migrations in JavaScript: with env.js, and types for your editor")
                .example("shop --url jdbc:postgresql://localhost/shop --user app", "in another folder, for a server");
        template = words.option("KIND", "js adds env.js, and types for your editor", Init::template, "--template");
        folder = words.optionalArgument("DIR", "folder to create them in (default: here)");
    }

    @Override
    public Report run(Project project) {
        Path directory =
                folder.get().map(it -> resolve(project.directory(), it)).orElse(project.directory());
        NewProject made = NewProject.in(
                directory,
                project.names(),
                project.options().url().orElse(null),
                project.options().user().orElse(null),
                template.get().isPresent());
        String where = project.names().of(directory);
        String option = where.equals(".") ? "" : "-C " + where + " ";
        return new InitReport(made.made(), made.kept(), "migrate " + option + "revision -m \"first tables\"");
    }

    private static FileKind template(String word) {
        return FileKind.named(word)
                .filter(it -> it == FileKind.JAVASCRIPT)
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is no template; there is js"));
    }

    private static Path resolve(Path directory, String folder) {
        try {
            return directory.resolve(folder).normalize();
        } catch (InvalidPathException e) {
            throw UsageError.words("\"" + folder + "\" cannot be the name of a folder");
        }
    }
}
