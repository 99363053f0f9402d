package dev.mig.compile;

import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * For each revision, whose resulting schema to start from and which other revisions to apply on top, so that a chain
 * is replayed once rather than once per revision, and a merge replays only what its first parent lacks.
 */
final class ReplayOrder {
    private final RevisionGraph graph;

    ReplayOrder(RevisionGraph graph) {
        this.graph = graph;
    }

    /** The direct predecessors, in graph order. */
    List<Revision> predecessors(Revision revision) {
        List<Revision> parents = graph.parents(revision);
        List<Revision> dependencies = graph.dependencies(revision);
        if (dependencies.isEmpty() && parents.size() < 2) {
            return parents;
        }
        List<Revision> all = new ArrayList<>(parents);
        all.addAll(dependencies);
        all.sort(Comparator.comparingInt(Revision::order));
        return all.stream().distinct().toList();
    }

    /** These revisions and all their ancestors. */
    BitSet closure(Iterable<Revision> revisions) {
        BitSet closure = new BitSet(graph.size());
        ArrayList<Revision> open = new ArrayList<>();
        revisions.forEach(open::add);
        while (!open.isEmpty()) {
            Revision revision = open.removeLast();
            if (!closure.get(revision.order())) {
                closure.set(revision.order());
                open.addAll(predecessors(revision));
            }
        }
        return closure;
    }

    /**
     * The ancestors of the others, or they themselves, that are no ancestors of the base, in the order of the graph.
     *
     * <p>Walks down from all of them at once, in reverse order of the graph, and stops as soon as everything that is
     * left belongs to the base: two lines that parted long ago and merge often cost what they differ by.
     */
    List<Revision> missing(Revision base, List<Revision> others) {
        if (others.isEmpty()) {
            return List.of();
        }
        BitSet ofBase = new BitSet();
        BitSet seen = new BitSet();
        PriorityQueue<Integer> open = new PriorityQueue<>(Comparator.reverseOrder());
        ofBase.set(base.order());
        for (Revision revision : others) {
            enter(revision.order(), seen, open);
        }
        enter(base.order(), seen, open);
        int notOfBase = (int) open.stream().filter(it -> !ofBase.get(it)).count();
        List<Revision> missing = new ArrayList<>();
        while (notOfBase > 0) {
            int order = open.remove();
            boolean own = ofBase.get(order);
            if (!own) {
                notOfBase--;
                missing.add(graph.revisions().get(order));
            }
            for (Revision below : predecessors(graph.revisions().get(order))) {
                int place = below.order();
                boolean fresh = !seen.get(place);
                boolean wasOfBase = ofBase.get(place);
                if (own) {
                    ofBase.set(place);
                }
                if (fresh) {
                    enter(place, seen, open);
                    notOfBase += own ? 0 : 1;
                } else if (own && !wasOfBase) {
                    notOfBase--;
                }
            }
        }
        return missing.reversed();
    }

    private static void enter(int order, BitSet seen, PriorityQueue<Integer> open) {
        if (!seen.get(order)) {
            seen.set(order);
            open.add(order);
        }
    }
}
