package dev.mig.command;

import dev.mig.compile.Compilation;
import dev.mig.report.MoveReport;
import dev.mig.report.Report;
import dev.mig.report.SqlReport;
import dev.mig.report.StepEntry;
import dev.mig.revision.Plan;
import dev.mig.script.Dialect;
import dev.mig.script.Script;
import dev.mig.script.ScriptCompiler;
import dev.mig.script.SqlWriter;
import java.util.List;
import java.util.function.Consumer;

/** A move as SQL for somebody to run by hand. It never connects: the words say where the move starts. */
record Offline(Project project, Dialect dialect) {

    Report write(Plan plan) {
        Compilation compilation = project.compile(plan.revisions(), dialect).orThrow();
        Script script =
                new ScriptCompiler(dialect, project.transactions()).compile(plan, it -> compilation.revision(it.id()));
        Preparation.warn(project, compilation, script);
        Consumer<Consumer<String>> sql =
                text -> new SqlWriter(dialect, project.database().versionTable(), text).write(script);
        // What is wrong with a file of rows must come out before half of the SQL stands somewhere.
        sql.accept(text -> {});
        return new SqlReport(report(plan, script), sql);
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
