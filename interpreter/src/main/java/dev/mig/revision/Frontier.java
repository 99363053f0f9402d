package dev.mig.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import org.pcollections.TreePSet;

/**
 * The rows of the version table while revisions are applied and reverted one by one: the applied revisions with no
 * applied revision above them. A move costs as much as the revision has neighbours, whatever the number of rows.
 */
final class Frontier {
    private final RevisionGraph graph;
    private final BitSet applied;
    private final BitSet rows = new BitSet();
    /** How many applied revisions stand directly above each one. */
    private final int[] covers;

    private final List<String> gone = new ArrayList<>();
    private final List<String> come = new ArrayList<>();
    private TreePSet<String> ids = TreePSet.empty();

    /** A frontier over these, closed downwards. */
    Frontier(RevisionGraph graph, BitSet applied) {
        this.graph = graph;
        this.applied = (BitSet) applied.clone();
        covers = new int[graph.size()];
        for (int node = applied.nextSetBit(0); node >= 0; node = applied.nextSetBit(node + 1)) {
            for (int k = graph.below().first(node); k < graph.below().first(node + 1); k++) {
                covers[graph.below().end(k)]++;
            }
        }
        for (int node = applied.nextSetBit(0); node >= 0; node = applied.nextSetBit(node + 1)) {
            if (covers[node] == 0) {
                add(node);
            }
        }
        gone.clear();
        come.clear();
    }

    /** Applies what has all that it needs. */
    void apply(int node) {
        gone.clear();
        come.clear();
        applied.set(node);
        for (int k = graph.below().first(node); k < graph.below().first(node + 1); k++) {
            int needed = graph.below().end(k);
            if (covers[needed]++ == 0) {
                remove(needed);
            }
        }
        add(node);
    }

    /** Takes back what is a row. */
    void revert(int node) {
        gone.clear();
        come.clear();
        applied.clear(node);
        remove(node);
        for (int k = graph.below().first(node); k < graph.below().first(node + 1); k++) {
            int needed = graph.below().end(k);
            if (--covers[needed] == 0) {
                add(needed);
            }
        }
    }

    BitSet applied() {
        return applied;
    }

    BitSet rows() {
        return rows;
    }

    /** By alphabet; stays as it is when the frontier moves on. */
    SortedSet<String> ids() {
        return ids;
    }

    /** The rows that the last move took away, in the order of the graph. */
    List<String> gone() {
        return gone;
    }

    /** The rows that the last move brought. */
    List<String> come() {
        return come;
    }

    private void add(int node) {
        String id = graph.at(node).id();
        rows.set(node);
        ids = ids.plus(id);
        come.add(id);
    }

    private void remove(int node) {
        String id = graph.at(node).id();
        rows.clear(node);
        ids = ids.minus(id);
        gone.add(id);
    }
}
