package dev.mig.project;

import dev.mig.revision.Direction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The moves made in one session, for {@code undo} and {@code redo}. */
public final class MoveHistory {
    /**
     * What one move did.
     *
     * @param revisions full ids, in the order in which they were done
     */
    public record Made(Direction direction, List<String> revisions) {
        public Made {
            revisions = List.copyOf(revisions);
        }
    }

    private final Deque<Made> done = new ArrayDeque<>();
    private final Deque<Made> undone = new ArrayDeque<>();

    /** A move that somebody asked for: there is nothing left to do again. */
    public void made(Made move) {
        done.push(move);
        undone.clear();
    }

    public Optional<Made> last() {
        return Optional.ofNullable(done.peek());
    }

    public Optional<Made> lastUndone() {
        return Optional.ofNullable(undone.peek());
    }

    /** The last move was taken back, as far as it came. */
    public void undid(Made back) {
        pass(back, done, undone);
    }

    /** What was taken back last was done again, as far as it came. */
    public void redid(Made again) {
        pass(again, undone, done);
    }

    private static void pass(Made moved, Deque<Made> from, Deque<Made> to) {
        Made whole = from.pop();
        List<String> rest = whole.revisions().stream()
                .filter(it -> !moved.revisions().contains(it))
                .toList();
        if (!rest.isEmpty()) {
            from.push(new Made(whole.direction(), rest));
        }
        to.push(new Made(
                whole.direction(),
                whole.revisions().stream().filter(moved.revisions()::contains).toList()));
    }
}
