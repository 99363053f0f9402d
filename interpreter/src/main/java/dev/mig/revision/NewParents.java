package dev.mig.revision;

import static dev.mig.revision.TargetProblems.problem;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.BitSet;
import java.util.List;

/**
 * Determines the parents of a new revision. All methods throw {@link DiagnosticException} if the arguments are
 * ambiguous or the result would be invalid.
 */
public final class NewParents {
    private NewParents() {}

    /**
     * The parents of a new revision, empty for a new base.
     *
     * @param targets what {@code --head} names; none for the only head that there is
     * @param splice whether a parent may have other children already
     */
    public static List<Revision> of(RevisionGraph graph, Applied applied, List<Target> targets, boolean splice) {
        if (targets.isEmpty()) {
            return onlyHead(graph);
        }
        Resolver resolver = new Resolver(graph, applied);
        BitSet chosen = new BitSet();
        boolean base = false;
        for (Target target : targets) {
            ResolvedTarget destination = resolver.destination(target);
            base |= destination.base();
            destination.revisions().forEach(it -> chosen.set(it.order()));
            if (base && !chosen.isEmpty()) {
                throw problem(
                        Code.NEW_REVISION_PARENTS,
                        target.span(),
                        "a new revision cannot both be a base and follow " + Wording.and(graph.list(chosen)),
                        "leave out one of them");
            }
            if (!splice) {
                refuseForks(graph, target, destination);
            }
        }
        return apart(graph, targets.getLast(), chosen);
    }

    /** The parents of a merge: two at least, none of them with children. */
    public static List<Revision> ofMerge(RevisionGraph graph, Applied applied, List<Target> targets) {
        Resolver resolver = new Resolver(graph, applied);
        BitSet chosen = new BitSet();
        for (Target target : targets) {
            ResolvedTarget destination = resolver.destination(target);
            if (destination.base()) {
                throw problem(
                        Code.NEW_REVISION_PARENTS,
                        target.span(),
                        '"' + target.toString() + "\" is the place below all revisions and cannot be merged",
                        "leave it out");
            }
            refuseForks(graph, target, destination);
            destination.revisions().forEach(it -> chosen.set(it.order()));
        }
        if (chosen.cardinality() < 2) {
            Span span = targets.isEmpty() ? Span.none() : targets.getLast().span();
            List<Revision> heads = graph.heads();
            throw heads.size() > 1
                    ? problem(
                            Code.NEW_REVISION_PARENTS,
                            span,
                            "a merge needs two revisions, and this names " + chosen.cardinality(),
                            "the heads are " + Wording.and(heads))
                    : problem(
                            Code.NEW_REVISION_PARENTS,
                            span,
                            heads.isEmpty()
                                    ? "there are no revisions to merge"
                                    : "there is only one head, " + heads.getFirst() + ", and nothing to merge it with",
                            "migrate revision -m \"...\" makes the next one");
        }
        return apart(graph, targets.getLast(), chosen);
    }

    /**
     * What each parent of a merge brings that no other one has, in the order of the parents. Where two sides touch the
     * same thing, somebody should look.
     */
    public static List<List<Revision>> sides(RevisionGraph graph, List<Revision> parents) {
        List<BitSet> all = parents.stream()
                .map(parent -> {
                    BitSet one = new BitSet();
                    one.set(parent.order());
                    return graph.below().closure(one);
                })
                .toList();
        int[] holders = new int[graph.size()];
        all.forEach(side -> side.stream().forEach(node -> holders[node]++));
        return all.stream()
                .map(side -> side.stream()
                        .filter(node -> holders[node] == 1)
                        .mapToObj(graph::at)
                        .toList())
                .toList();
    }

    private static List<Revision> onlyHead(RevisionGraph graph) {
        List<Revision> heads = graph.heads();
        if (heads.size() < 2) {
            return heads;
        }
        TargetProblems problems = new TargetProblems(graph);
        List<String> options = TargetProblems.shown(heads).stream()
                .map(it -> "--head " + problems.headWord(it, heads))
                .toList();
        throw new DiagnosticException(Diagnostic.error(
                Code.NEW_REVISION_HEADS,
                Span.none(),
                "there are " + heads.size() + " heads, " + Wording.and(heads)
                        + ", and a new revision needs to know which one it follows",
                "say " + Wording.or(options),
                "or bring them together first: migrate merge heads -m \"...\""));
    }

    private static void refuseForks(RevisionGraph graph, Target target, ResolvedTarget destination) {
        for (Revision revision : destination.revisions()) {
            List<Revision> children = graph.children(revision);
            if (!children.isEmpty()) {
                throw problem(
                        Code.NEW_REVISION_FORKS,
                        target.span(),
                        revision + " is no head: " + Wording.and(children)
                                + (children.size() == 1 ? " follows" : " follow") + " it already",
                        "name a head, or fork the history with: migrate revision --splice --head " + revision);
            }
        }
    }

    private static List<Revision> apart(RevisionGraph graph, Target last, BitSet chosen) {
        BitSet within = (BitSet) chosen.clone();
        within.andNot(graph.parents().notReachedFromOthers(chosen));
        if (!within.isEmpty()) {
            BitSet rest = (BitSet) chosen.clone();
            rest.andNot(within);
            throw problem(
                    Code.NEW_REVISION_PARENTS,
                    last.span(),
                    Wording.and(graph.list(rest)) + " already " + (rest.cardinality() == 1 ? "follows " : "follow ")
                            + Wording.and(graph.list(within)),
                    "leave out " + Wording.and(graph.list(within)));
        }
        return graph.list(chosen);
    }
}
