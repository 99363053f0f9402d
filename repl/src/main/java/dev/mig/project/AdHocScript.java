package dev.mig.project;

import dev.mig.compile.CompiledRevision;
import dev.mig.compile.StatementCompiler;
import dev.mig.jdbc.AdHocResult;
import dev.mig.jdbc.JdbcRunner;
import dev.mig.jdbc.RunOptions;
import dev.mig.model.Migration;
import dev.mig.model.SchemaModel;
import dev.mig.revision.Direction;
import dev.mig.revision.Plan;
import dev.mig.revision.Revision;
import dev.mig.revision.Step;
import dev.mig.script.Dialect;
import dev.mig.script.Script;
import dev.mig.script.ScriptCompiler;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Statements that are not part of the history, compiled for the project's database. */
public record AdHocScript(Project project, Script script) {

    /** Runs what was compiled. */
    public static AdHocScript forth(Project project, CompiledRevision compiled) {
        return of(project, compiled, Direction.UPGRADE);
    }

    /** Reverts what was done. */
    public static AdHocScript back(Project project, Migration.WayBack way, SchemaModel from) {
        Migration migration = new Migration(StatementCompiler.header(), List.of(), way);
        return of(
                project,
                new CompiledRevision(migration, from, from, List.of(), List.of(), Set.of()),
                Direction.DOWNGRADE);
    }

    private static AdHocScript of(Project project, CompiledRevision compiled, Direction direction) {
        Dialect dialect = project.database().dialect();
        SortedSet<String> rows = Collections.unmodifiableSortedSet(
                new TreeSet<>(project.database().reader().rows()));
        Revision typed = new Revision(0, StatementCompiler.header());
        Plan plan = new Plan(direction, List.of(new Step(typed, direction, rows, rows, List.of())), rows, rows, "");
        Script script = new ScriptCompiler(dialect).compile(plan, it -> compiled);
        return new AdHocScript(project, script);
    }

    public List<String> statements() {
        return script.steps().stream()
                .flatMap(it -> it.literalStatements(script.style()).stream())
                .toList();
    }

    /** As the only writer, and cancellable by Ctrl-C. */
    public AdHocResult run() {
        try (JdbcRunner runner = project.writer(RunOptions.DEFAULT)) {
            return project.process().interruption().during(runner::cancel, () -> runner.perform(script));
        }
    }
}
