package dev.mig.command;

import dev.mig.project.Moves;
import dev.mig.project.Project;
import dev.mig.project.Wrong;
import dev.mig.report.Report;
import dev.mig.revision.Planner;

/** Makes a move again that {@link Undo} took back. */
final class Redo implements Command {
    private final MoveOptions options;

    Redo(Words words) {
        words.summary("make the move again that undo took back").example("", "what undo took back last");
        options = new MoveOptions(words);
    }

    @Override
    public Report run(Project project) {
        Moves moves = project.sitting().moves();
        Moves.Made last =
                moves.lastUndone().orElseThrow(() -> Wrong.words("undo has taken nothing back since the last move"));
        return new Move(project, options, last.direction(), true)
                .run(
                        (graph, applied) -> Planner.only(graph, applied, last.direction(), last.revisions()),
                        moves::redid);
    }
}
