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
        words.summary("take back the last move of this shell")
                .description("The revisions that it applied are taken back, those that it took back are applied again."
                        + " Again and again, up to the first move.")
                .example("", "the last move")
                .example("--dry-run", "what it would do, and its SQL");
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
