package dev.mig.command;

import dev.mig.project.MoveHistory;
import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.Report;
import dev.mig.revision.Planner;

/** Repeats a move that {@link Undo} reverted. */
final class Redo implements Command {
    private final MoveOptions options;

    Redo(Words words) {
        words.summary("repeat the move that undo reverted").example("", "the move that was undone last");
        options = new MoveOptions(words);
    }

    @Override
    public Report run(Project project) {
        MoveHistory moves = project.session().moves();
        MoveHistory.Made last = moves.lastUndone()
                .orElseThrow(() -> UsageError.words("undo has taken nothing back since the last move"));
        return new Move(project, options, last.direction(), true)
                .run(
                        (graph, applied) -> Planner.only(graph, applied, last.direction(), last.revisions()),
                        moves::redid);
    }
}
