package dev.mig.command;

import dev.mig.jdbc.SqlSession;
import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.Report;
import dev.mig.report.RowsReport;
import dev.mig.script.Dialect;
import dev.mig.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Runs SQL on the database, unchanged and on a connection of its own. */
final class Sql implements Command {
    /** Statements that change nothing begin with these words. */
    private static final Set<String> READS =
            Set.of("select", "with", "values", "table", "show", "explain", "describe", "desc");

    /** Statements that report a number of changed rows. */
    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "merge", "with", "replace", "copy");

    private static final Pattern WRITES =
            Pattern.compile("(?i)\\b(insert|update|delete|merge|into|analyze|call|nextval|for\\s+update)\\b");

    private final Supplier<String> sql;

    Sql(Words words) {
        words.summary("run SQL on the database")
                .description("The rest of the line is sent unchanged; it continues on the next line while a bracket or"
                        + " a quote is open. Separate statements with semicolons. This is not a migration and not "
                        + "recorded. In a protected environment, statements that write ask first.")
                .example("select * from users", "rows as a table; \\x shows them one below the other")
                .example("select count(*) from orders where total > 100", "a single value");
        sql = words.argument("SQL", "one or more statements");
    }

    @Override
    public Report run(Project project) {
        Dialect dialect = project.database().reader().dialect();
        List<String> statements = SqlSession.statements(sql.get(), dialect);
        if (project.configuration().connection().isProtected()
                && statements.stream().anyMatch(Sql::mayWrite)) {
            consent(project);
        }
        SqlSession session = project.database().session();
        List<RowsReport.Result> results = new ArrayList<>();
        for (String statement : statements) {
            SqlSession.Asking asking = session.ask(statement);
            results.add(result(statement, project.process().interruption().during(asking::cancel, asking::answer)));
        }
        return new RowsReport(results, project.session().isExpanded());
    }

    private static void consent(Project project) {
        if (project.options().yes()) {
            return;
        }
        String name = project.configuration().environment();
        String where = name == null ? "this database" : "\"" + name + "\"";
        if (!project.console().asks()) {
            throw UsageError.of(Code.NOT_CONFIRMED, where + " is protected, and this SQL may write there", "add --yes");
        }
        String answer = project.console()
                .ask(where + " is protected, and this SQL may write there; send it? [y/N]")
                .orElse("");
        if (!answer.equalsIgnoreCase("y") && !answer.equalsIgnoreCase("yes")) {
            throw UsageError.of(Code.NOT_CONFIRMED, "it was not confirmed, and nothing was sent");
        }
    }

    /** In doubt it may: a called function can do anything, and only the words are checked. */
    static boolean mayWrite(String statement) {
        String first = firstWord(statement);
        String text = statement.replaceAll("'(?:[^']|'')*'", "''").replaceAll("--[^\n]*|(?s)/\\*.*?\\*/", " ");
        return !READS.contains(first) || WRITES.matcher(text).find();
    }

    private static String firstWord(String statement) {
        return statement.strip().split("[\\s(]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static RowsReport.Result result(String statement, SqlSession.Answer answer) {
        return switch (answer) {
            case SqlSession.Changed(long count, long millis) ->
                new RowsReport.Changed(CHANGES.contains(firstWord(statement)) ? count : -1, millis);
            case SqlSession.Rows it ->
                new RowsReport.Rows(
                        it.columns().stream().map(SqlSession.Column::name).toList(),
                        it.columns().stream().map(SqlSession.Column::number).toList(),
                        it.rows(),
                        it.more(),
                        it.millis());
        };
    }
}
