package dev.mig.revision;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Directed edges between revisions of one kind, stored as two arrays: ten thousand revisions need no object each.
 *
 * <p>Nodes are numbers from 0. The ends of a node's arrows stand at {@code first(node)} up to, not including, {@code
 * first(node + 1)}.
 */
final class Edges {
    private final int[] firsts;
    private final int[] ends;

    private Edges(int[] firsts, int[] ends) {
        this.firsts = firsts;
        this.ends = ends;
    }

    /** From node {@code i} to each of {@code rows[i]}, in that order. */
    static Edges of(int[][] rows) {
        int[] firsts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            firsts[i + 1] = firsts[i] + rows[i].length;
        }
        int[] ends = new int[firsts[rows.length]];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, ends, firsts[i], rows[i].length);
        }
        return new Edges(firsts, ends);
    }

    /** Every arrow the other way round; the ends of a node come out in ascending order. */
    Edges reversed() {
        int[] counts = new int[firsts.length];
        for (int end : ends) {
            counts[end + 1]++;
        }
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
        int[] next = counts.clone();
        int[] sources = new int[ends.length];
        for (int node = 0; node < size(); node++) {
            for (int k = firsts[node]; k < firsts[node + 1]; k++) {
                sources[next[ends[k]]++] = node;
            }
        }
        return new Edges(counts, sources);
    }

    /** The arrows of both, each once. */
    Edges and(Edges other) {
        int[][] rows = new int[size()][];
        for (int node = 0; node < rows.length; node++) {
            int[] row = of(node);
            int more = other.count(node);
            if (more > 0) {
                int mine = row.length;
                row = Arrays.copyOf(row, mine + more);
                System.arraycopy(other.ends, other.firsts[node], row, mine, more);
                row = distinct(row);
            }
            rows[node] = row;
        }
        return of(rows);
    }

    /** The same numbers, each once, where they first stood. */
    static int[] distinct(int[] numbers) {
        return numbers.length < 2 ? numbers : Arrays.stream(numbers).distinct().toArray();
    }

    /** The same arrows where node {@code i} is called {@code names[i]}. */
    Edges renamed(int[] names) {
        int[][] rows = new int[size()][];
        for (int node = 0; node < rows.length; node++) {
            int[] row = of(node);
            for (int k = 0; k < row.length; k++) {
                row[k] = names[row[k]];
            }
            rows[names[node]] = row;
        }
        return of(rows);
    }

    int size() {
        return firsts.length - 1;
    }

    int count(int node) {
        return firsts[node + 1] - firsts[node];
    }

    int first(int node) {
        return firsts[node];
    }

    int end(int position) {
        return ends[position];
    }

    int[] of(int node) {
        return Arrays.copyOfRange(ends, firsts[node], firsts[node + 1]);
    }

    /** The nodes given and all that can be reached from them. */
    BitSet closure(BitSet from) {
        return closure(from, null);
    }

    /** The nodes given and all that can be reached from them without leaving {@code within}, where one is given. */
    BitSet closure(BitSet from, @Nullable BitSet within) {
        BitSet reached = (BitSet) from.clone();
        int[] open = from.stream().toArray();
        int count = open.length;
        while (count > 0) {
            int node = open[--count];
            for (int k = firsts[node]; k < firsts[node + 1]; k++) {
                int end = ends[k];
                if (!reached.get(end) && (within == null || within.get(end))) {
                    reached.set(end);
                    if (count == open.length) {
                        open = Arrays.copyOf(open, count * 2 + 16);
                    }
                    open[count++] = end;
                }
            }
        }
        return reached;
    }

    /** The nodes of the set that no chain of arrows from another one of the set reaches. */
    BitSet notReachedFromOthers(BitSet set) {
        BitSet next = new BitSet();
        for (int node = set.nextSetBit(0); node >= 0; node = set.nextSetBit(node + 1)) {
            for (int k = firsts[node]; k < firsts[node + 1]; k++) {
                next.set(ends[k]);
            }
        }
        BitSet rest = (BitSet) set.clone();
        rest.andNot(closure(next));
        return rest;
    }
}
