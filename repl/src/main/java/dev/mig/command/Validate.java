package dev.mig.command;

import dev.mig.compile.Compilation;
import dev.mig.compile.CompiledRevision;
import dev.mig.compile.HistoryCompiler;
import dev.mig.compile.Target;
import dev.mig.files.FormattedFile;
import dev.mig.files.HistoryFiles;
import dev.mig.files.MigrationsFolder;
import dev.mig.files.TextFiles;
import dev.mig.files.config.Configuration;
import dev.mig.model.Database;
import dev.mig.model.Migration;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.project.Project;
import dev.mig.project.RevisionFormats;
import dev.mig.report.Report;
import dev.mig.report.ValidateReport;
import dev.mig.revision.RevisionGraph;
import dev.mig.script.Dialect;
import dev.mig.script.ScriptCompiler;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and compiles all revisions for every configured database, without connecting. */
final class Validate implements Command {
    Validate(Words words) {
        words.summary("check all revisions without a database")
                .description("Parses and compiles all revisions, for the database of the URL and those of all "
                        + "environments in migrate.toml. Exits with 3 if there are errors.")
                .example("", "all problems at once");
    }

    @Override
    public Report run(Project project) {
        Configuration configuration = project.configuration();
        MigrationsFolder folder =
                MigrationsFolder.read(configuration.migrations().locations(), project.names());
        Map<String, Diagnostic> found = new LinkedHashMap<>();
        note(folder.diagnostics(), found);
        Optional<RevisionGraph> graph = graph(folder, found);
        if (graph.isPresent()) {
            HistoryFiles files = new HistoryFiles(folder, project.names(), Map.of());
            HistoryCompiler compiler = new HistoryCompiler(graph.get(), files, RevisionFormats.all(files, project));
            configuration.databases().forEach(it -> note(compile(compiler, it, configuration.variables()), found));
        } else {
            // A broken graph prevents following the schema, but problems within each file can still be reported.
            MigrationsFolder.migFiles(configuration.migrations().locations()).forEach(it -> parse(project, it, found));
        }
        if (TextFiles.exists(configuration.schemaFile())) {
            parse(project, configuration.schemaFile(), found);
        }
        return new ValidateReport(
                folder.files().size(),
                configuration.databases().stream().map(Database::word).toList(),
                found.values().stream().sorted(DiagnosticException.BY_PLACE).toList());
    }

    private static Optional<RevisionGraph> graph(MigrationsFolder folder, Map<String, Diagnostic> found) {
        if (folder.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            return Optional.empty();
        }
        try {
            return Optional.of(RevisionGraph.of(folder.headers()));
        } catch (DiagnosticException e) {
            note(e.diagnostics(), found);
            return Optional.empty();
        }
    }

    private static void parse(Project project, Path path, Map<String, Diagnostic> found) {
        try {
            note(FormattedFile.of(path, project.names().of(path)).diagnostics(), found);
        } catch (DiagnosticException e) {
            note(e.diagnostics(), found);
        }
    }

    private static List<Diagnostic> compile(
            HistoryCompiler compiler, Database database, Map<String, String> variables) {
        Compilation compilation = compiler.compileAll(new Target(database, variables));
        List<Diagnostic> problems = new ArrayList<>(compilation.diagnostics());
        Optional<Dialect> dialect = Dialect.of(database);
        if (dialect.isPresent() && !compilation.hasErrors()) {
            ScriptCompiler scripts = new ScriptCompiler(dialect.get());
            compilation.revisions().values().forEach(it -> problems.addAll(inSql(scripts, it)));
        }
        return problems;
    }

    /** What a database lacks is found only when SQL is generated. */
    private static List<Diagnostic> inSql(ScriptCompiler scripts, CompiledRevision compiled) {
        Migration migration = compiled.migration();
        List<Diagnostic> problems = new ArrayList<>(inSql(scripts, migration.upgrade(), compiled.before()));
        if (migration.downgrade() instanceof Migration.Back(List<Migration.Step> steps, boolean derived)) {
            problems.addAll(inSql(scripts, steps, compiled.after()));
        }
        return problems;
    }

    private static List<Diagnostic> inSql(ScriptCompiler scripts, List<Migration.Step> steps, SchemaModel before) {
        List<Operation> operations =
                steps.stream().map(Migration.Step::operation).toList();
        try {
            var unused = scripts.literal(operations, before);
            return List.of();
        } catch (DiagnosticException e) {
            return e.diagnostics();
        }
    }

    /** Two databases, or two ways of reading, may find the same problem. */
    private static void note(List<Diagnostic> diagnostics, Map<String, Diagnostic> found) {
        for (Diagnostic it : diagnostics) {
            String place = it.span().isNone() ? "" : it.span().location();
            found.putIfAbsent(it.code().id() + " " + place + " " + it.message(), it);
        }
    }
}
