package dev.mig.revision;

import java.util.BitSet;

/**
 * What {@code BRANCH@} refers to: a revision with all its ancestors and descendants by parentage.
 *
 * @param name the label or id that it was found by
 */
record Branch(String name, Revision revision, BitSet members) {
    static Branch of(RevisionGraph graph, String name, Revision revision) {
        BitSet one = new BitSet();
        one.set(revision.order());
        BitSet members = graph.parents().closure(one);
        members.or(graph.children().closure(one));
        return new Branch(name, revision, members);
    }

    boolean holds(int node) {
        return members.get(node);
    }
}
