package dev.mig.revision;

import dev.mig.syntax.tree.Header;
import java.util.List;

/** The shapes that histories take, also the tangled ones that other tools went wrong on. */
enum Shape {
    LINEAR("a1 -> b2 -> c3 -> d4 -> e5"),
    FORK("a -> b -> c1 -> d1", "b -> c2 -> d2", "c1 labelled left", "c2 labelled right"),
    BARE("a -> b -> c1 -> d1", "b -> c2 -> d2"),
    DIAMOND("a -> b1", "a -> b2", "b1, b2 -> m -> n", "b1 labelled left", "b2 labelled right"),
    DEPENDENCY("x1 -> x2 -> x3", "y1 -> y2 -> y3", "y2 depends on x2", "x1 labelled x", "y1 labelled y"),
    ROOTS("a1 -> a2", "b1 -> b2", "a1 labelled left"),
    /** A leaf of the lineage that is no head. */
    LEAF("x1 -> x2", "y1 -> y2", "y2 depends on x2", "x1 labelled x"),
    CRISS_CROSS("a1 -> a2 -> a3", "b1 -> b2", "a3 depends on b1", "b2 depends on a2"),
    /** A merge of a revision with one that depends on it. */
    DEPENDENT_MERGED("a1, b1 -> m", "b1 depends on a1"),
    /** A merge that one of its parents goes on beside. */
    ONE_SIDED("a1 -> b1 -> c1", "a2 -> b2 -> c2 -> d2", "c1, c2 -> d1"),
    TWINS("b1, b2, b3 -> c1", "b1, b2, b3 -> c2 -> d2"),
    /** A dependency that an ancestor has already. */
    IMPLIED("a1 -> a2", "b1 -> b2 -> b3", "b2 depends on a1", "b3 depends on a1"),
    /** Four lines that all depend on each other. */
    KNOT(
            "a1 -> a2 -> a3",
            "b1 -> b2 -> b3",
            "c1 -> c2 -> c3",
            "d1 -> d2 -> d3",
            "a2 depends on b1, c1, d1",
            "b2 depends on a1, c1, d1",
            "c3 depends on a2, b2, d2",
            "d3 depends on a2, b2, c2",
            "a3, b3 -> m"),
    EMPTY();

    @SuppressWarnings("ImmutableEnumChecker") // Headers hold their source, which counts lines when asked.
    private final List<Header> headers;

    Shape(String... lines) {
        headers = List.copyOf(Graphs.headers(lines));
    }

    List<Header> headers() {
        return headers;
    }

    RevisionGraph graph() {
        return RevisionGraph.of(headers);
    }
}
