package dev.mig.command;

import dev.mig.files.FormattedFile;
import dev.mig.files.MigrationsFolder;
import dev.mig.files.TextFiles;
import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.FormatReport;
import dev.mig.report.Report;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Formats {@code .mig} files, or lists those that are not formatted. */
final class Fmt implements Command {
    private final Supplier<Boolean> check;
    private final Supplier<List<String>> files;

    Fmt(Words words) {
        words.summary("format .mig files")
                .description("Comments stay in place and the meaning does not change, so applied files may be "
                        + "formatted. Files with errors are left alone.")
                .example("", "all .mig files of the project")
                .example("--check", "only list files that would change; exit with 4 if there are any")
                .example("migrations/3b1f_add_orders.mig", "one file");
        check = words.flag("only list the files that would change", "--check");
        files = words.arguments("FILE", "files or folders (default: the whole project)", 0, Integer.MAX_VALUE);
    }

    @Override
    public Report run(Project project) {
        List<Diagnostic> problems = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Path path : paths(project)) {
            FormattedFile file = FormattedFile.of(path, project.names().of(path));
            problems.addAll(file.diagnostics());
            if (file.canonical() != null && !file.isFormatted()) {
                changed.add(file.name());
                if (!check.get()) {
                    file.write();
                }
            }
        }
        return new FormatReport(changed, check.get(), problems);
    }

    private List<Path> paths(Project project) {
        if (files.get().isEmpty()) {
            List<Path> all = new ArrayList<>(MigrationsFolder.migFiles(
                    project.configuration().migrations().locations()));
            Path schema = project.configuration().schemaFile();
            if (TextFiles.exists(schema) && !all.contains(schema)) {
                all.add(schema);
            }
            return all;
        }
        List<Path> named = new ArrayList<>();
        for (String word : files.get()) {
            Path path = path(project, word);
            if (TextFiles.isFolder(path)) {
                named.addAll(MigrationsFolder.migFiles(List.of(path)));
            } else if (TextFiles.exists(path)) {
                named.add(path);
            } else {
                throw UsageError.of(
                        Code.FOLDER_MISSING,
                        "there is no file \"" + project.names().of(path) + "\"",
                        "migrate fmt, without a file, takes all of the project");
            }
        }
        return named.stream().distinct().toList();
    }

    private static Path path(Project project, String word) {
        try {
            return project.directory().resolve(word).normalize();
        } catch (InvalidPathException e) {
            throw UsageError.words("\"" + word + "\" cannot be the name of a file");
        }
    }
}
