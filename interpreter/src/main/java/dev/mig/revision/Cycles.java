package dev.mig.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the nodes that need themselves through others: Tarjan's strongly connected components, with stacks of its own
 * because a chain of ten thousand is deeper than the thread's.
 */
final class Cycles {
    private final Edges edges;
    private final int[] entered;
    private final int[] lowest;
    private final boolean[] onStack;
    private final int[] stack;
    private final int[] path;
    private final int[] positions;
    private final List<int[]> found = new ArrayList<>();
    private int stackSize;
    private int time;

    private Cycles(Edges edges) {
        this.edges = edges;
        int size = edges.size();
        entered = new int[size];
        lowest = new int[size];
        onStack = new boolean[size];
        stack = new int[size];
        path = new int[size];
        positions = new int[size];
    }

    /** The members of each knot of cycles, ascending; arrows from a node to itself do not count. */
    static List<int[]> of(Edges edges) {
        Cycles cycles = new Cycles(edges);
        for (int node = 0; node < edges.size(); node++) {
            if (cycles.entered[node] == 0) {
                cycles.follow(node);
            }
        }
        return cycles.found;
    }

    private void follow(int root) {
        int depth = 0;
        enter(root, depth);
        while (depth >= 0) {
            int node = path[depth];
            if (positions[depth] < edges.first(node + 1)) {
                int end = edges.end(positions[depth]++);
                if (entered[end] == 0) {
                    depth++;
                    enter(end, depth);
                } else if (onStack[end]) {
                    lowest[node] = Math.min(lowest[node], entered[end]);
                }
                continue;
            }
            if (lowest[node] == entered[node]) {
                takeComponent(node);
            }
            depth--;
            if (depth >= 0) {
                lowest[path[depth]] = Math.min(lowest[path[depth]], lowest[node]);
            }
        }
    }

    private void enter(int node, int depth) {
        time++;
        entered[node] = time;
        lowest[node] = time;
        stack[stackSize++] = node;
        onStack[node] = true;
        path[depth] = node;
        positions[depth] = edges.first(node);
    }

    private void takeComponent(int root) {
        int from = stackSize;
        do {
            from--;
            onStack[stack[from]] = false;
        } while (stack[from] != root);
        if (stackSize - from > 1) {
            int[] members = Arrays.copyOfRange(stack, from, stackSize);
            Arrays.sort(members);
            found.add(members);
        }
        stackSize = from;
    }
}
