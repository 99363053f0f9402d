package dev.mig.revision;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.pcollections.TreePSet;

/**
 * Which revisions a database has, derived from its version table: each row and all its ancestors and dependencies.
 *
 * <p>A row may name a revision without a file. Such a database can be inspected but not migrated: {@link #orThrow}
 * reports what is missing.
 */
public final class Applied {
    private final RevisionGraph graph;
    private final BitSet revisions;
    private final SortedSet<String> stored;
    private final List<String> unknown;

    private Applied(RevisionGraph graph, BitSet revisions, SortedSet<String> stored, List<String> unknown) {
        this.graph = graph;
        this.revisions = revisions;
        this.stored = stored;
        this.unknown = List.copyOf(unknown);
    }

    /** For these rows of the version table. */
    public static Applied of(RevisionGraph graph, Collection<String> rows) {
        BitSet named = new BitSet();
        SortedSet<String> stored = TreePSet.from(rows);
        List<String> unknown = new ArrayList<>();
        for (String row : stored) {
            graph.revision(row).ifPresentOrElse(it -> named.set(it.order()), () -> unknown.add(row));
        }
        return new Applied(graph, graph.below().closure(named), stored, unknown);
    }

    public static Applied none(RevisionGraph graph) {
        return of(graph, List.of());
    }

    /** Nothing is applied, although the table holds these rows, which will all be removed. */
    public static Applied forgetting(RevisionGraph graph, Collection<String> rows) {
        return new Applied(graph, new BitSet(), TreePSet.from(rows), List.of());
    }

    public boolean contains(Revision revision) {
        return revisions.get(revision.order());
    }

    /** @param id whole; no other revision than those of the graph is applied */
    public boolean has(String id) {
        return graph.revision(id).filter(this::contains).isPresent();
    }

    public boolean isEmpty() {
        return revisions.isEmpty();
    }

    /** What the version table holds, by alphabet. */
    public SortedSet<String> stored() {
        return stored;
    }

    /** The expected rows: the applied revisions that no other applied one needs. */
    public List<Revision> rows() {
        return graph.list(graph.below().notReachedFromOthers(revisions));
    }

    public List<Revision> revisions() {
        return graph.list(revisions);
    }

    /** The pending revisions. */
    public List<Revision> pending() {
        BitSet rest = new BitSet();
        rest.set(0, graph.size());
        rest.andNot(revisions);
        return graph.list(rest);
    }

    /** Rows that name no known revision. */
    public List<String> unknown() {
        return unknown;
    }

    /** Itself, if the graph has every row. */
    public Applied orThrow() {
        if (unknown.isEmpty()) {
            return this;
        }
        throw new DiagnosticException(unknown.stream()
                .map(row ->
                        PartialMarker.revision(row).map(it -> halfDone(it, row)).orElseGet(() -> unknown(row)))
                .toList());
    }

    private static Diagnostic unknown(String row) {
        return Diagnostic.error(
                Code.ROW_UNKNOWN,
                Span.none(),
                "the database is at revision \"" + row + "\", which no file has",
                "bring back its file: it is likely part of another version of this project",
                "or say what the database really is at: migrate stamp --purge REVISION");
    }

    private Diagnostic halfDone(String revision, String row) {
        StringBuilder others = new StringBuilder();
        stored.stream()
                .filter(it -> !it.equals(row))
                .forEach(it -> others.append(" ").append(it));
        return Diagnostic.error(
                Code.HALF_APPLIED,
                Span.none(),
                "a script of SQL that somebody ran stopped in the middle of revision \"" + revision + "\"",
                "look at the database, finish the revision by hand or take back what was done of it",
                "then say what the database is at: migrate stamp --purge " + revision + others
                        + ", or in its place what is applied without it");
    }

    BitSet bits() {
        return (BitSet) revisions.clone();
    }
}
