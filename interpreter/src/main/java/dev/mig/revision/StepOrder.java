package dev.mig.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.PriorityQueue;

/**
 * The order in which revisions are applied: each after its parents and dependencies; among the candidates, a child of
 * the one just applied, else the smallest by creation time and id.
 */
final class StepOrder {
    private StepOrder() {}

    /**
     * The chosen nodes in the order of their application; what they need apart from each other counts as applied. A
     * node that needs itself through others never comes.
     *
     * @param below from a node to all that it needs
     * @param above the reverse of {@code below}
     * @param children from a node to what revises it
     * @param ranks the place of each node by creation and id
     */
    static int[] of(BitSet chosen, Edges below, Edges above, Edges children, int[] ranks) {
        int[] missing = new int[below.size()];
        PriorityQueue<Integer> ready = new PriorityQueue<>((a, b) -> Integer.compare(ranks[a], ranks[b]));
        for (int node = chosen.nextSetBit(0); node >= 0; node = chosen.nextSetBit(node + 1)) {
            for (int k = below.first(node); k < below.first(node + 1); k++) {
                if (chosen.get(below.end(k))) {
                    missing[node]++;
                }
            }
            if (missing[node] == 0) {
                ready.add(node);
            }
        }
        int[] order = new int[chosen.cardinality()];
        BitSet done = new BitSet();
        int count = 0;
        int next = poll(ready, done);
        while (next >= 0) {
            order[count++] = next;
            done.set(next);
            for (int k = above.first(next); k < above.first(next + 1); k++) {
                int freed = above.end(k);
                if (chosen.get(freed) && --missing[freed] == 0) {
                    ready.add(freed);
                }
            }
            int child = smallestReadyChild(next, chosen, children, missing, ranks);
            next = child >= 0 ? child : poll(ready, done);
        }
        return count == order.length ? order : Arrays.copyOf(order, count);
    }

    private static int smallestReadyChild(int node, BitSet chosen, Edges children, int[] missing, int[] ranks) {
        int best = -1;
        for (int k = children.first(node); k < children.first(node + 1); k++) {
            int child = children.end(k);
            if (chosen.get(child) && missing[child] == 0 && (best < 0 || ranks[child] < ranks[best])) {
                best = child;
            }
        }
        return best;
    }

    /** The smallest that is still to do, or -1; a child that went before its turn is still in the queue. */
    private static int poll(PriorityQueue<Integer> ready, BitSet done) {
        Integer node = ready.poll();
        while (node != null && done.get(node)) {
            node = ready.poll();
        }
        return node == null ? -1 : node;
    }
}
