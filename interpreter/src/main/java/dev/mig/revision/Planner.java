package dev.mig.revision;

import static dev.mig.revision.TargetProblems.problem;
import static dev.mig.revision.Wording.quoted;

import dev.mig.source.Code;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/**
 * Computes the steps to a target. Pure: a plan can be shown, compiled, written as SQL or run.
 *
 * <p>All methods throw {@link DiagnosticException}, with a position in the target, if it cannot be reached.
 */
public final class Planner {
    private static final String SEE = "migrate history shows what is applied";

    private Planner() {}

    /** Applies each target and all that it needs. */
    public static Plan upgrade(RevisionGraph graph, Applied applied, List<Target> targets) {
        Resolver resolver = new Resolver(graph, applied);
        BitSet wanted = new BitSet();
        List<Revision> named = new ArrayList<>();
        for (Target target : targets) {
            if (target.isMove() && target.offset() < 0) {
                throw problem(
                        Code.TARGET_DIRECTION,
                        target.span(),
                        "an upgrade goes up, and " + quoted(target.toString()) + " goes down",
                        "say " + quoted(target.withOffset(-target.offset())) + ", or: migrate downgrade " + target);
            }
            for (Revision revision : resolver.destination(target).revisions()) {
                wanted.set(revision.order());
                named.add(revision);
            }
        }
        BitSet steps = graph.below().closure(wanted);
        steps.andNot(applied.bits());
        return plan(graph, applied, Direction.UPGRADE, steps, reason(graph, named));
    }

    /** Takes back what stands above the target, in the reverse of the order in which it would be applied. */
    public static Plan downgrade(RevisionGraph graph, Applied applied, Target target) {
        Resolver resolver = new Resolver(graph, applied);
        DowngradeSet withdrawal = new DowngradeSet(graph, applied, resolver);
        if (target.isMove() && target.offset() > 0) {
            throw problem(
                    Code.TARGET_DIRECTION,
                    target.span(),
                    "a downgrade goes down, and " + quoted(target.toString()) + " goes up",
                    "say " + quoted(target.withOffset(-target.offset())) + ", or: migrate upgrade " + target);
        }
        DowngradeSet.Withdrawn withdrawn;
        if (target.isMove()) {
            withdrawn = withdrawal.steps(target);
        } else if (target.is(Target.Kind.HEADS)) {
            throw problem(
                    Code.TARGET_DIRECTION,
                    target.span(),
                    "a downgrade has one target, and " + quoted(target.toString()) + " may be several revisions",
                    "name the revision that shall stay");
        } else {
            ResolvedTarget destination = resolver.destination(target);
            withdrawal.requireApplied(target, destination);
            withdrawn = withdrawal.to(destination);
        }
        return plan(graph, applied, Direction.DOWNGRADE, withdrawn.revisions(), withdrawn.reason());
    }

    /**
     * Applies exactly these revisions, or takes exactly these back: what a move did or undid, the other way round.
     *
     * @param ids full ids
     */
    public static Plan only(RevisionGraph graph, Applied applied, Direction direction, Collection<String> ids) {
        BitSet chosen = new BitSet();
        for (String id : ids) {
            Revision revision = graph.revision(id)
                    .orElseThrow(() -> problem(
                            Code.TARGET_UNKNOWN, Span.none(), "there is no revision " + quoted(id) + " any more", SEE));
            chosen.set(revision.order());
        }
        BitSet needed = applied.bits();
        switch (direction) {
            case UPGRADE -> {
                needed = graph.below().closure(chosen);
                needed.andNot(applied.bits());
            }
            case DOWNGRADE -> needed = graph.above().closure(chosen, applied.bits());
        }
        if (!needed.equals(chosen)) {
            throw problem(
                    Code.TARGET_NOT_APPLIED,
                    Span.none(),
                    "the database has moved on since then, and to " + direction.word() + " "
                            + Wording.and(graph.list(chosen)) + " alone is not possible",
                    SEE);
        }
        return plan(graph, applied, direction, chosen, "there is nothing in it");
    }

    /** The way to a target from what is applied: down to what is there already, up to anything else. */
    public static Direction direction(RevisionGraph graph, Applied applied, Target target) {
        if (target.isMove()) {
            return target.offset() < 0 ? Direction.DOWNGRADE : Direction.UPGRADE;
        }
        if (target.is(Target.Kind.HEADS)) {
            return Direction.UPGRADE;
        }
        ResolvedTarget destination = new Resolver(graph, applied).destination(target);
        boolean there = destination.revisions().stream().allMatch(applied::contains);
        return there && !applied.rows().equals(destination.revisions()) ? Direction.DOWNGRADE : Direction.UPGRADE;
    }

    /**
     * Declares each target applied, with all that it needs, and nothing above it. Everything that a target takes away
     * goes before anything comes, so that every target named is applied in the end, whatever their order.
     */
    public static Stamp stamp(RevisionGraph graph, Applied applied, List<Target> targets) {
        Resolver resolver = new Resolver(graph, applied);
        DowngradeSet withdrawal = new DowngradeSet(graph, applied, resolver);
        BitSet gone = new BitSet();
        BitSet come = new BitSet();
        for (Target target : targets) {
            if (target.isMove() && target.offset() < 0) {
                gone.or(withdrawal.steps(target).revisions());
                continue;
            }
            ResolvedTarget destination = resolver.destination(target);
            gone.or(withdrawal.to(destination).revisions());
            destination.revisions().forEach(it -> come.set(it.order()));
        }
        BitSet result = applied.bits();
        result.andNot(gone);
        result.or(graph.below().closure(come));
        return new Stamp(applied.stored(), new Frontier(graph, result).ids());
    }

    private static Plan plan(
            RevisionGraph graph, Applied applied, Direction direction, BitSet chosen, String reasonForNone) {
        Frontier frontier = new Frontier(graph, applied.bits());
        SortedSet<String> rows = applied.stored();
        boolean tidy = rows.equals(frontier.ids());
        List<Step> steps = new ArrayList<>(chosen.cardinality());
        for (int node : inOrder(graph, direction, chosen)) {
            switch (direction) {
                case UPGRADE -> frontier.apply(node);
                case DOWNGRADE -> frontier.revert(node);
            }
            SortedSet<String> after = frontier.ids();
            // Another tool may have left redundant rows: they are removed with the first step.
            List<RowChange> changes =
                    tidy ? RowChange.of(frontier.gone(), frontier.come()) : RowChange.between(rows, after);
            tidy = true;
            steps.add(new Step(graph.at(node), direction, rows, after, changes));
            rows = after;
        }
        return new Plan(direction, steps, applied.stored(), rows, steps.isEmpty() ? reasonForNone : "");
    }

    private static int[] inOrder(RevisionGraph graph, Direction direction, BitSet chosen) {
        int[] order = graph.stepOrder(chosen);
        if (direction == Direction.DOWNGRADE) {
            for (int i = 0, j = order.length - 1; i < j; i++, j--) {
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
        }
        return order;
    }

    private static String reason(RevisionGraph graph, List<Revision> named) {
        if (graph.isEmpty()) {
            return "there are no revisions yet";
        }
        if (named.isEmpty()) {
            return "base is below all revisions";
        }
        List<Revision> distinct = named.stream().distinct().toList();
        return Wording.and(distinct) + (distinct.size() == 1 ? " is" : " are") + " applied already";
    }
}
