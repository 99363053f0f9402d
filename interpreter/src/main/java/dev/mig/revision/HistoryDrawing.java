package dev.mig.revision;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws revisions and their parents in rows of characters, newest on top, as {@code git log --graph} does. It draws
 * lines only: what stands beside a revision, and how an applied one is marked, is for whoever prints it.
 */
public final class HistoryDrawing {
    private HistoryDrawing() {}

    /**
     * A line of the drawing.
     *
     * @param cells without blanks at its end; a revision is a {@code *}
     * @param revision the one that the {@code *} stands for; null for a line that only leads on
     */
    public record Row(String cells, @Nullable Revision revision) {}

    /** Draws these revisions, with lines to those of their parents that are among them. */
    public static List<Row> of(RevisionGraph graph, List<Revision> revisions) {
        BitSet chosen = new BitSet();
        revisions.forEach(it -> chosen.set(it.order()));
        Lanes lanes = new Lanes();
        for (int node : order(graph, chosen)) {
            int[] parents =
                    Arrays.stream(graph.parents().of(node)).filter(chosen::get).toArray();
            lanes.add(graph.at(node), parents);
        }
        return lanes.rows();
    }

    /**
     * A branch comes just before the revision where it leaves, however old: that needs the fewest lines side by side. A
     * thousand branches are two lines wide.
     */
    private static int[] order(RevisionGraph graph, BitSet chosen) {
        int[] order = new int[chosen.cardinality()];
        int count = 0;
        BitSet done = new BitSet();
        int[] positions = new int[graph.size()];
        Deque<Integer> wanted = new ArrayDeque<>();
        for (int tip = chosen.length() - 1; tip >= 0; tip = tip == 0 ? -1 : chosen.previousSetBit(tip - 1)) {
            wanted.push(tip);
            while (!wanted.isEmpty()) {
                int node = wanted.peek();
                int missing = done.get(node) ? -1 : missingAbove(graph, node, chosen, done, positions);
                if (missing >= 0) {
                    wanted.push(missing);
                    continue;
                }
                wanted.pop();
                if (!done.get(node)) {
                    done.set(node);
                    order[count++] = node;
                    int[] parents = graph.parents().of(node);
                    for (int k = parents.length - 1; k >= 0; k--) {
                        if (chosen.get(parents[k]) && !done.get(parents[k])) {
                            wanted.push(parents[k]);
                        }
                    }
                }
            }
        }
        return order;
    }

    /** Something above the node that has to come before it, or -1; the newest first. */
    private static int missingAbove(RevisionGraph graph, int node, BitSet chosen, BitSet done, int[] positions) {
        Edges above = graph.above();
        while (positions[node] < above.count(node)) {
            int end = above.end(above.first(node + 1) - 1 - positions[node]);
            if (chosen.get(end) && !done.get(end)) {
                return end;
            }
            positions[node]++;
        }
        return -1;
    }
}
