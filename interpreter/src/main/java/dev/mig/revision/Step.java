package dev.mig.revision;

import java.util.List;
import java.util.SortedSet;

/**
 * One revision of a plan, to be applied or reverted.
 *
 * @param rowsBefore the ids in the version table before this step, by alphabet
 * @param rowsAfter the ids after it; steps share what they have in common
 * @param changes what makes the rows after of the rows before
 */
public record Step(
        Revision revision,
        Direction direction,
        SortedSet<String> rowsBefore,
        SortedSet<String> rowsAfter,
        List<RowChange> changes) {
    public Step {
        changes = List.copyOf(changes);
    }

    @Override
    public String toString() {
        return direction.word() + " " + revision + " -> " + rowsAfter;
    }
}
