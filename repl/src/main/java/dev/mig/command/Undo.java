package dev.mig.command;

import dev.mig.project.MoveHistory;
import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.Report;
import dev.mig.revision.Direction;
import dev.mig.revision.Planner;

/** Reverts the last move made in this shell. */
final class Undo implements Command {
    private final MoveOptions options;

    Undo(Words words) {
        words.summary("revert the last move of this shell")
                .description("Revisions it applied are reverted, revisions it reverted are applied again. Can be "
                        + "repeated up to the first move.")
                .example("", "the last move")
                .example("--dry-run", "show what it would do, with its SQL");
        options = new MoveOptions(words);
    }

    @Override
    public Report run(Project project) {
        MoveHistory moves = project.session().moves();
        MoveHistory.Made last = moves.last()
                .orElseThrow(() -> UsageError.words(
                        "there is no move of this shell to take back", "take the last revision back: -1"));
        Direction back = last.direction().opposite();
        return new Move(project, options, back, true)
                .run((graph, applied) -> Planner.only(graph, applied, back, last.revisions()), moves::undid);
    }
}
