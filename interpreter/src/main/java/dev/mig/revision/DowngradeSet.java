package dev.mig.revision;

import static dev.mig.revision.TargetProblems.problem;
import static dev.mig.revision.Wording.count;
import static dev.mig.revision.Wording.quoted;

import dev.mig.source.Code;
import dev.mig.source.DiagnosticException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The revisions reverted by a downgrade to a target. The remaining set is always closed: with each revision,
 * everything that depends on it is reverted.
 */
final class DowngradeSet {
    private final RevisionGraph graph;
    private final Resolver resolver;
    private final BitSet applied;
    private final List<Revision> rows;

    DowngradeSet(RevisionGraph graph, Applied applied, Resolver resolver) {
        this.graph = graph;
        this.resolver = resolver;
        this.applied = applied.bits();
        this.rows = applied.rows();
    }

    /**
     * @param revisions what goes
     * @param reason why nothing does, if nothing does
     */
    record Withdrawn(BitSet revisions, String reason) {}

    /** Down by a number of steps: {@code -N} and {@code branch@-N}. */
    Withdrawn steps(Target target) {
        Branch branch = resolver.branch(target);
        int steps = -target.offset();
        BitSet gone = branch == null ? stepsOfAll(target, steps) : stepsOf(branch, target, steps);
        return new Withdrawn(gone, "");
    }

    /** Down to a place: it stays, what stands above it goes. */
    Withdrawn to(ResolvedTarget destination) {
        Branch branch = destination.branch();
        if (destination.base()) {
            return branch == null ? new Withdrawn(applied, "nothing is applied") : ownOf(branch);
        }
        BitSet roots = new BitSet();
        for (Revision revision : destination.revisions()) {
            for (int child : graph.children().of(revision.order())) {
                if (applied.get(child) && (branch == null || branch.holds(child))) {
                    roots.set(child);
                }
            }
        }
        String where = branch == null ? "" : " on branch " + branch.name();
        return new Withdrawn(
                graph.above().closure(roots, applied),
                "nothing above " + Wording.and(destination.revisions()) + " is applied" + where);
    }

    /** {@code branch@base}: what lies on the branch and nothing outside of it needs. */
    private Withdrawn ownOf(Branch branch) {
        BitSet own = onBranch(branch);
        String reason = own.isEmpty()
                ? "nothing on branch " + branch.name() + " is applied"
                : "other branches need all that is applied on branch " + branch.name();
        own.andNot(neededOutside(branch));
        return new Withdrawn(own, reason);
    }

    private BitSet stepsOfAll(Target target, int steps) {
        Frontier frontier = new Frontier(graph, applied);
        BitSet gone = new BitSet();
        for (int done = 0; done < steps; done++) {
            BitSet top = frontier.rows();
            if (top.isEmpty()) {
                throw tooFar(target, steps, done, "");
            }
            if (top.cardinality() > 1) {
                List<Revision> several = graph.list(top);
                String fact = (done == 0 ? "the database has " : "after " + count(done, "step") + " there are ")
                        + count(several.size(), "row");
                throw resolver.problems().ambiguous(target, fact, several);
            }
            int next = top.nextSetBit(0);
            gone.set(next);
            frontier.revert(next);
        }
        return gone;
    }

    private BitSet stepsOf(Branch branch, Target target, int steps) {
        Frontier frontier = new Frontier(graph, applied);
        BitSet gone = new BitSet();
        for (int done = 0; done < steps; done++) {
            BitSet top = (BitSet) frontier.rows().clone();
            top.and(branch.members());
            if (top.isEmpty()) {
                BitSet left = (BitSet) frontier.applied().clone();
                left.and(branch.members());
                throw left.isEmpty()
                        ? tooFar(target, steps, done, " on branch " + branch.name())
                        : leavesBranch(target, branch, frontier.applied(), left);
            }
            if (top.cardinality() > 1) {
                List<Revision> several = graph.list(top);
                throw resolver.problems()
                        .ambiguous(
                                target,
                                "branch " + branch.name() + " has " + several.size() + " topmost applied revisions",
                                several);
            }
            int next = top.nextSetBit(0);
            gone.set(next);
            frontier.revert(next);
        }
        return gone;
    }

    private DiagnosticException tooFar(Target target, int steps, int there, String where) {
        if (there == 0) {
            return problem(
                    Code.TARGET_TOO_FAR,
                    target.span(),
                    "nothing" + where + " is applied, so " + quoted(target.toString()) + " has nothing to take back",
                    rows.isEmpty() ? "migrate upgrade applies revisions" : "the database is at " + Wording.and(rows));
        }
        return problem(
                Code.TARGET_TOO_FAR,
                target.span(),
                quoted(target.toString()) + " goes too far: only " + count(there, "revision") + where
                        + " can be taken back" + ", not " + steps,
                "say " + quoted(target.withOffset(-there)) + " to take back all of them");
    }

    /** The next step down the branch would take along what does not lie on it. */
    private DiagnosticException leavesBranch(Target target, Branch branch, BitSet still, BitSet onBranch) {
        Revision top = graph.list(graph.below().notReachedFromOthers(onBranch)).getLast();
        BitSet with = new BitSet();
        with.set(top.order());
        with = graph.above().closure(with, still);
        with.clear(top.order());
        List<Revision> outside = graph.list(with);
        List<String> labels = resolver.problems().labelsOf(outside, branch);
        List<Revision> parents = graph.parents(top);
        String word = parents.isEmpty() ? "base" : parents.getFirst().id();
        return problem(
                Code.TARGET_LEAVES_BRANCH,
                target.span(),
                quoted(target.toString()) + " would take back " + top + ", and with it " + Wording.and(outside)
                        + (labels.isEmpty()
                                ? ", which " + (outside.size() == 1 ? "does" : "do") + " not lie on branch "
                                        + branch.name()
                                : " on " + TargetProblems.branches(labels)),
                "say " + quoted(word) + " to take back all that is above " + word);
    }

    private BitSet onBranch(Branch branch) {
        BitSet own = (BitSet) applied.clone();
        own.and(branch.members());
        return own;
    }

    private BitSet neededOutside(Branch branch) {
        BitSet outside = (BitSet) applied.clone();
        outside.andNot(branch.members());
        return graph.below().closure(outside);
    }

    /** Refuses a place that nothing can be taken down to because it is not there. */
    void requireApplied(Target target, ResolvedTarget destination) {
        List<Revision> missing = new ArrayList<>(destination.revisions());
        missing.removeIf(it -> applied.get(it.order()));
        if (!missing.isEmpty()) {
            throw problem(
                    Code.TARGET_NOT_APPLIED,
                    target.span(),
                    Wording.and(missing) + (missing.size() == 1 ? " is" : " are") + " not applied",
                    rows.isEmpty() ? "nothing is applied" : "the database is at " + Wording.and(rows));
        }
    }
}
