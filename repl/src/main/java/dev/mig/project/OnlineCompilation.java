package dev.mig.project;

import dev.mig.compile.Compilation;
import dev.mig.compile.DowngradeReplay;
import dev.mig.compile.HistoryCompiler;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.Table;
import dev.mig.revision.Plan;
import dev.mig.source.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compiles the revisions of a plan, using the database's description of tables that no revision creates. If there are
 * none, the database is not asked.
 *
 * @param compilation what is run
 * @param foreseen the same in operations as far as they are known, where what is run is a text that was kept
 */
public record OnlineCompilation(Compilation compilation, Compilation foreseen) {

    /** Not thrown: what is wrong is in what is returned. */
    public static OnlineCompilation of(Project project, Plan plan) {
        HistoryCompiler.Begun begun = project.beginCompiling(plan.revisions());
        Set<QualifiedIdentifier> names = begun.outside();
        if (names.isEmpty()) {
            return one(begun.finish(Map.of()));
        }
        Map<QualifiedIdentifier, Optional<Table>> told =
                project.database().reader().outside(names);
        return switch (plan.direction()) {
            case UPGRADE -> one(begun.finish(told));
            case DOWNGRADE -> unwound(project, plan, begun.finish(Map.of()), told);
        };
    }

    private static OnlineCompilation one(Compilation compilation) {
        return new OnlineCompilation(compilation, compilation);
    }

    private static OnlineCompilation unwound(
            Project project, Plan plan, Compilation compilation, Map<QualifiedIdentifier, Optional<Table>> told) {
        Map<QualifiedIdentifier, Table> there = new HashMap<>();
        told.forEach((name, table) -> table.ifPresent(it -> there.put(name, it)));
        List<String> newestFirst =
                plan.steps().stream().map(it -> it.revision().id()).toList();
        return new OnlineCompilation(
                DowngradeReplay.of(compilation, newestFirst, there, it -> keptWayBack(project, it)), compilation);
    }

    private static Optional<Source> keptWayBack(Project project, String revision) {
        return project.keptRevision(revision)
                .flatMap(it -> Optional.ofNullable(it.wayBack()))
                .map(it -> new Source("the way back of " + revision + " in the journal", it));
    }
}
