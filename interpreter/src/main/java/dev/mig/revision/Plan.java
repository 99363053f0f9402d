package dev.mig.revision;

import java.util.List;
import java.util.SortedSet;

/**
 * Which revisions to apply or revert, in which order, and the rows of the version table before, between and after.
 *
 * @param rowsBefore the ids that the version table held when the plan was made, by alphabet
 * @param rowsAfter those it will hold
 * @param reason why there is nothing to do, as half a sentence that follows "nothing to do:"; empty if there are steps
 */
public record Plan(
        Direction direction,
        List<Step> steps,
        SortedSet<String> rowsBefore,
        SortedSet<String> rowsAfter,
        String reason) {
    public Plan {
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    public List<Revision> revisions() {
        return steps.stream().map(Step::revision).toList();
    }
}
