package dev.mig.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The branch labels of each revision. Revisions of one line share one list, so the cost is little more than the
 * number of labels. Computed on first use, because most commands do not need it.
 */
final class BranchLabels {
    private final RevisionGraph graph;
    private volatile @Nullable List<List<String>> names;

    BranchLabels(RevisionGraph graph) {
        this.graph = graph;
    }

    /** By alphabet. */
    List<String> of(int order) {
        List<List<String>> known = names;
        if (known == null) {
            known = compute();
            names = known;
        }
        return known.get(order);
    }

    /**
     * A label enters where it reaches lowest, and goes up from there. What lies between has one child, so that it gets
     * nowhere that it does not belong.
     */
    private List<List<String>> compute() {
        List<List<String>> all = new ArrayList<>(Collections.nCopies(graph.size(), List.of()));
        for (Revision labelled : graph.labelled()) {
            enter(labelled, all);
        }
        Edges parents = graph.parents();
        for (int node = 0; node < graph.size(); node++) {
            for (int k = parents.first(node); k < parents.first(node + 1); k++) {
                all.set(node, union(all.get(node), all.get(parents.end(k))));
            }
        }
        return all;
    }

    private void enter(Revision labelled, List<List<String>> all) {
        List<String> labels = labelled.branches().stream().sorted().distinct().toList();
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.push(labelled.order());
        seen.set(labelled.order());
        while (!open.isEmpty()) {
            int node = open.pop();
            boolean lowest = true;
            for (int parent : graph.parents().of(node)) {
                if (graph.children().count(parent) > 1) {
                    continue;
                }
                lowest = false;
                if (!seen.get(parent)) {
                    seen.set(parent);
                    open.push(parent);
                }
            }
            if (lowest) {
                all.set(node, union(all.get(node), labels));
            }
        }
    }

    /** One of the two where it holds the other: a line of revisions has one list. */
    private static List<String> union(List<String> a, List<String> b) {
        if (b.isEmpty() || a.equals(b)) {
            return a;
        }
        if (a.isEmpty()) {
            return b;
        }
        TreeSet<String> both = new TreeSet<>(a);
        both.addAll(b);
        if (both.size() == a.size()) {
            return a;
        }
        return both.size() == b.size() ? b : List.copyOf(both);
    }
}
