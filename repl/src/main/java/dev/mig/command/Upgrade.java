package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.report.Report;
import dev.mig.revision.Direction;
import dev.mig.revision.OfflinePlanner;
import dev.mig.revision.Planner;
import dev.mig.revision.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Applies revisions. */
final class Upgrade implements Command {
    private final Supplier<List<String>> targets;
    private final MoveOptions options;

    Upgrade(Words words) {
        words.summary("apply revisions to the database")
                .description("Applies the targets and everything they need. The default target is head, which must be "
                        + "unique. Applied revisions are left alone; nothing to do is not an error.\nWith --sql it "
                        + "writes SQL and never connects. FROM:TARGET says where the database is; TARGET alone "
                        + "starts at base.")
                .example("", "everything, if there is one head")
                .example("heads", "everything, on all branches")
                .example("+2", "the next two revisions")
                .example("ae10", "up to the revision whose id begins with ae10")
                .example("ae10+2", "two steps further")
                .example("shop@head", "one branch")
                .example("--dry-run", "show what it would do, with its SQL")
                .example("heads --sql", "the SQL of everything, to be run by hand")
                .example("ae10:head --sql --dialect postgresql > up.sql", "the SQL from one revision on")
                .example("-n prod --yes --allow drop:old_orders", "in a protected environment, from a script");
        options = new MoveOptions(words);
        targets = words.arguments(
                "TARGET",
                "a revision (an id or its prefix), \"head\", \"heads\", a branch, a step such as +2 (default:"
                        + " head)",
                0,
                Integer.MAX_VALUE);
    }

    @Override
    public Report run(Project project) {
        List<String> words = targets.get().isEmpty() ? List.of("head") : targets.get();
        Optional<Offline> offline = options.offline(project);
        if (offline.isPresent()) {
            return offline.get().write(OfflinePlanner.upgrade(project.graph(), words));
        }
        List<Target> wanted = words.stream().map(Target::parse).toList();
        boolean relative = wanted.stream().anyMatch(Target::dependsOnApplied);
        return new Move(project, options, Direction.UPGRADE, relative)
                .run((graph, applied) -> Planner.upgrade(graph, applied, wanted));
    }
}
