package dev.mig.command;

import dev.mig.compile.CompiledRevision;
import dev.mig.compile.StatementCompiler;
import dev.mig.files.TypedFiles;
import dev.mig.jdbc.AdHocResult;
import dev.mig.js.TypedScript;
import dev.mig.model.Migration;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.project.AdHocScript;
import dev.mig.project.Comparison;
import dev.mig.project.Consent;
import dev.mig.project.CountedLoss;
import dev.mig.project.Loss;
import dev.mig.project.LossFinder;
import dev.mig.project.Project;
import dev.mig.project.Recording;
import dev.mig.project.RevisionFormats;
import dev.mig.project.UsageError;
import dev.mig.report.Page;
import dev.mig.report.Report;
import dev.mig.report.StatementsReport;
import dev.mig.report.TextStyle;
import dev.mig.script.Dialect;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Severity;
import dev.mig.source.Source;
import dev.mig.syntax.Mig;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.print.MigPrinter;
import dev.mig.syntax.tree.Statement;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Compiles statements of the language typed at the prompt against the actual schema of the database, shows their SQL,
 * and runs them once confirmed.
 */
final class RunStatements implements Command {
    private final Supplier<String> text;
    private final AllowedLosses allowed;

    RunStatements(Words words) {
        words.summary("run statements of the language; the word \"statement\" may be omitted")
                .description("They are compiled against the actual schema of the database, shown as SQL, and run once "
                        + "confirmed. Without a terminal they run at once, in a protected environment only with "
                        + "--yes. They are not part of the history, unless \"record\" collects them.\n"
                        + "Input that begins with \"op.\" is JavaScript, as in a revision.")
                .example("\"create table t { id bigint }\"", "a table; the quotes and \"statement\" may be omitted")
                .example("\"op.dropTable('t')\"", "in JavaScript");
        allowed = new AllowedLosses(words);
        text = words.argument("TEXT", "one or more statements");
    }

    @Override
    public Report run(Project project) {
        Dialect dialect = project.database().dialect();
        SchemaModel told = project.database().reader().schema(Comparison.all());
        Source source = Source.typed("typed", text.get());
        Parsed<List<Statement>> statements = read(project, source);
        Parsed<CompiledRevision> parsed = new StatementCompiler(
                        project.target(dialect.style().database()), files(project))
                .compile(source, statements, told);
        CompiledRevision compiled = parsed.orThrow();
        parsed.diagnostics().stream()
                .filter(it -> it.severity() == Severity.WARNING)
                .forEach(project.console()::warn);
        AdHocScript script = AdHocScript.forth(project, compiled);
        if (script.statements().isEmpty()) {
            return new StatementsReport(List.of(), "", List.of());
        }
        consent(
                project,
                script,
                CountedLoss.of(losses(compiled, dialect), project.database().reader()));
        AdHocResult done = script.run();
        Diagnostic why = done.why();
        Recording recording = project.session().recording();
        if (why == null && recording != null) {
            recording.add(new Recording.Take(
                    written(statements.orThrow()), compiled.migration().downgrade(), compiled.after()));
        }
        return new StatementsReport(
                done.sent().stream()
                        .map(it -> new StatementsReport.Sent(it.sql(), it.millis()))
                        .toList(),
                recording == null ? "" : recording.message(),
                why == null ? List.of() : List.of(why));
    }

    private Parsed<List<Statement>> read(Project project, Source source) {
        return TypedScript.is(text.get())
                ? TypedScript.read(source, RevisionFormats.limits(project.configuration()))
                : Mig.parseStatements(source);
    }

    /** As typed, with comments; input in JavaScript is converted to statements of the language. */
    private String written(List<Statement> statements) {
        return TypedScript.is(text.get())
                ? statements.stream().map(MigPrinter::print).collect(Collectors.joining("\n\n"))
                : text.get();
    }

    private static TypedFiles files(Project project) {
        return new TypedFiles(project.configuration().migrations().locations().getFirst(), project.names());
    }

    private static List<Loss> losses(CompiledRevision compiled, Dialect dialect) {
        LossFinder losses = new LossFinder(dialect.style().folding());
        List<Operation> operations = compiled.migration().upgrade().stream()
                .map(Migration.Step::operation)
                .toList();
        losses.add(operations, false);
        return losses.found();
    }

    /**
     * On a terminal, the SQL is shown and must be confirmed; elsewhere the command itself is the consent, except
     * in a protected environment.
     */
    private void consent(Project project, AdHocScript script, List<CountedLoss> losses) {
        boolean guarded = project.configuration().connection().isProtected();
        List<CountedLoss> real = losses.stream().filter(it -> !it.isNothing()).toList();
        boolean asks = project.console().asks() && !project.options().yes();
        if (asks) {
            show(project, script);
        }
        if (guarded && !real.isEmpty()) {
            Consent.toRun(project, allowed.tables()).require(real);
        } else if (asks) {
            ask(project, guarded, real);
        } else if (guarded && !project.options().yes()) {
            throw UsageError.of(Code.NOT_CONFIRMED, "a protected environment is changed on yes only", "add --yes");
        }
    }

    private static void show(Project project, AdHocScript script) {
        Page page = project.console().err();
        for (String statement : script.statements()) {
            statement.lines().forEach(it -> page.line("    " + page.styled(TextStyle.SQL, it)));
        }
    }

    private static void ask(Project project, boolean guarded, List<CountedLoss> real) {
        Page page = project.console().err();
        if (!real.isEmpty()) {
            page.line(page.styled(TextStyle.DANGER, "this loses what is there:"));
            page.definitions(
                    2,
                    TextStyle.DANGER,
                    real.stream().map(CountedLoss::definition).toList());
        }
        String where = guarded ? page.styled(TextStyle.DANGER, " in a protected environment") : "";
        String answer = project.console().ask("run it" + where + "? [y/N]").orElse("");
        if (!answer.equalsIgnoreCase("y") && !answer.equalsIgnoreCase("yes")) {
            throw UsageError.of(Code.NOT_CONFIRMED, "it was not confirmed, and nothing was changed");
        }
    }
}
