package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.report.Report;
import dev.mig.revision.Direction;
import dev.mig.revision.OfflinePlanner;
import dev.mig.revision.Planner;
import dev.mig.revision.Target;
import java.util.Optional;
import java.util.function.Supplier;

/** Reverts revisions. */
final class Downgrade implements Command {
    private final Supplier<String> target;
    private final MoveOptions options;

    Downgrade(Words words) {
        words.summary("revert revisions")
                .description("Reverts everything above the target, newest first. The target itself stays "
                        + "applied.\nWith --sql it writes SQL and never connects; FROM:TARGET says where the "
                        + "database is.")
                .example("-1", "the last revision")
                .example("ae10", "everything above the revision whose id begins with ae10")
                .example("base", "everything")
                .example("shop@-1", "the last revision of one branch")
                .example("-1 --dry-run", "show what it would do, with its SQL")
                .example("77aa:ae10 --sql > down.sql", "the SQL from one revision back to another")
                .example("-n prod -1 --yes --allow drop:orders", "in a protected environment, from a script");
        options = new MoveOptions(words);
        target = words.argument(
                "TARGET", "a step such as -1, \"base\", or the revision that stays (an id or its prefix)");
    }

    @Override
    public Report run(Project project) {
        Optional<Offline> offline = options.offline(project);
        if (offline.isPresent()) {
            return offline.get().write(OfflinePlanner.downgrade(project.graph(), target.get()));
        }
        Target wanted = Target.parse(target.get());
        return new Move(project, options, Direction.DOWNGRADE, wanted.dependsOnApplied())
                .run((graph, applied) -> Planner.downgrade(graph, applied, wanted));
    }
}
