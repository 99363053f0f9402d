package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.report.Report;
import dev.mig.revision.Applied;
import dev.mig.revision.Direction;
import dev.mig.revision.Plan;
import dev.mig.revision.Planner;
import dev.mig.revision.RevisionGraph;
import dev.mig.revision.Target;
import java.util.List;
import java.util.function.Supplier;

/**
 * Moves to a target, up or down as needed: the meaning of a target on a line of its own in the shell. An applied
 * target is moved down to, any other one up to.
 */
final class Go implements Command {
    private final Supplier<String> target;
    private final MoveOptions options;

    Go(Words words) {
        words.summary("move to a target, up or down as needed")
                .description("\"go\" may be omitted: a target on a line of its own does the same.")
                .example("+2", "the next two revisions")
                .example("-1", "revert the last one")
                .example("ae10", "to the revision whose id begins with ae10")
                .example("head", "everything");
        options = new MoveOptions(words);
        target = words.argument("TARGET", "a step such as +2 or -1, an id or its prefix, \"head\", \"base\", ...");
    }

    @Override
    public Report run(Project project) {
        Target wanted = Target.parse(target.get());
        project.connectForTurn(options.patience());
        Applied applied = project.applied().orThrow();
        Direction direction = Planner.direction(project.graph(), applied, wanted);
        return new Move(project, options, direction, wanted.dependsOnApplied())
                .run((graph, now) -> plan(graph, now, direction, wanted));
    }

    /** The path from what is applied. */
    static Plan plan(RevisionGraph graph, Applied applied, Target wanted) {
        return plan(graph, applied, Planner.direction(graph, applied, wanted), wanted);
    }

    private static Plan plan(RevisionGraph graph, Applied applied, Direction direction, Target wanted) {
        return switch (direction) {
            case UPGRADE -> Planner.upgrade(graph, applied, List.of(wanted));
            case DOWNGRADE -> Planner.downgrade(graph, applied, wanted);
        };
    }
}
