package dev.mig.jdbc;

import dev.mig.revision.Direction;
import dev.mig.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that an earlier run began and did not finish, part of which remains.
 *
 * @param step its row in the journal
 * @param statements how many it has in all
 * @param done what stays done, in order; never sent again
 * @param doubt what was begun and nobody knows the end of; null if that is clear
 * @param error what stopped it, in the database's words; empty where nobody could write it down
 */
public record UnfinishedStep(
        long step,
        String revision,
        Direction direction,
        int statements,
        List<Attempt> done,
        @Nullable Attempt doubt,
        @Nullable Attempt batches,
        String error) {
    public UnfinishedStep {
        done = List.copyOf(done);
    }

    /**
     * A statement that was sent.
     *
     * @param place from 1, among the statements of the step
     * @param digest of the statement as it was sent
     * @param progress of a change in batches: the key that the last batch ended with
     */
    public record Attempt(
            long row,
            int place,
            String statement,
            String digest,
            @Nullable String progress) {}

    /** Without the doubt. */
    UnfinishedStep settled(boolean finished) {
        List<Attempt> known = new ArrayList<>(done);
        if (finished && doubt != null) {
            known.add(doubt);
        }
        return new UnfinishedStep(step, revision, direction, statements, known, null, batches, error);
    }

    /** What is half done or in doubt, and how to settle it. */
    public Diagnostic diagnostic() {
        return Resumption.told(this);
    }

    /** The command that continues it and touches no other branch. */
    public String goOn() {
        return direction == Direction.UPGRADE ? "upgrade " + revision : "downgrade " + revision + "@-1";
    }

    /** {@code upgrade of 3b1f}. */
    String what() {
        return direction.word() + " of \"" + revision + "\"";
    }
}
