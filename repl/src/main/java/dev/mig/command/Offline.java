package dev.mig.command;

import dev.mig.compile.Compilation;
import dev.mig.project.PreparedRun;
import dev.mig.project.Project;
import dev.mig.project.StepEntries;
import dev.mig.report.MoveReport;
import dev.mig.report.Report;
import dev.mig.report.SqlReport;
import dev.mig.report.StepEntry;
import dev.mig.revision.Plan;
import dev.mig.script.Dialect;
import dev.mig.script.Script;
import dev.mig.script.ScriptCompiler;
import dev.mig.script.SqlWriter;
import dev.mig.script.Statement;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.syntax.tree.Header.Timeouts;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a move as SQL to be run by hand. It never connects: the arguments say where the move starts.
 *
 * @param timeouts what the flags say
 */
record Offline(Project project, Dialect dialect, Timeouts timeouts) {

    Report write(Plan plan) {
        Compilation compilation = project.compile(plan.revisions(), dialect).orThrow();
        Script script =
                new ScriptCompiler(dialect, project.transactions()).compile(plan, it -> compilation.revision(it.id()));
        PreparedRun.warn(project, compilation, script);
        Consumer<Consumer<String>> sql =
                text -> new SqlWriter(dialect, project.unconnected().versionTable(), timeouts, text).write(script);
        // Problems in a file of rows must be reported before half of the SQL has been written.
        sql.accept(text -> {});
        return new SqlReport(report(plan, script), sql, onlyForARun(script));
    }

    /** The SQL has a comment in its place. */
    private static List<Diagnostic> onlyForARun(Script script) {
        return script.steps().stream()
                .flatMap(it -> it.statements().stream())
                .filter(Statement.Run.class::isInstance)
                .map(it -> Diagnostic.warning(
                        Code.NOT_IN_SQL,
                        it.span(),
                        "only a run can do what stands here, and it is not in the SQL",
                        "do it by hand where the comment is, or let migrate run the revision"))
                .toList();
    }

    private MoveReport report(Plan plan, Script script) {
        List<StepEntry> steps = script.steps().stream()
                .map(it -> StepEntries.whole(project, script.style(), it, 0, null))
                .toList();
        return new MoveReport(
                plan.direction().word(),
                List.copyOf(plan.rowsBefore()),
                List.copyOf(plan.rowsAfter()),
                steps,
                true,
                plan.reason(),
                List.of());
    }
}
