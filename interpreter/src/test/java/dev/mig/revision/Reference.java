package dev.mig.revision;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The same questions answered slowly and obviously, from the definitions alone. */
final class Reference {
    private Reference() {}

    /** Whether the upper one is the lower one or needs it. */
    static boolean reaches(RevisionGraph graph, Revision upper, Revision lower) {
        return upper.equals(lower)
                || graph.parents(upper).stream().anyMatch(it -> reaches(graph, it, lower))
                || graph.dependencies(upper).stream().anyMatch(it -> reaches(graph, it, lower));
    }

    /** Whether the upper one is the lower one or descends from it by parents. */
    static boolean descends(RevisionGraph graph, Revision upper, Revision lower) {
        return upper.equals(lower) || graph.parents(upper).stream().anyMatch(it -> descends(graph, it, lower));
    }

    static Set<String> closure(RevisionGraph graph, Collection<String> ids) {
        Set<String> closure = new TreeSet<>();
        for (Revision revision : graph.revisions()) {
            if (ids.stream().anyMatch(id -> reaches(graph, get(graph, id), revision))) {
                closure.add(revision.id());
            }
        }
        return closure;
    }

    /** The maximal elements. */
    static Set<String> rows(RevisionGraph graph, Collection<String> applied) {
        Set<String> rows = new TreeSet<>();
        for (String id : applied) {
            if (applied.stream()
                    .noneMatch(other -> !other.equals(id) && reaches(graph, get(graph, other), get(graph, id)))) {
                rows.add(id);
            }
        }
        return rows;
    }

    /** What goes when the target stays: all applied that descend from its children, and all that needs those. */
    static Set<String> above(RevisionGraph graph, Collection<String> applied, Revision target) {
        Set<String> gone = new TreeSet<>();
        for (String id : applied) {
            Revision revision = get(graph, id);
            boolean descendant = !revision.equals(target) && descends(graph, revision, target);
            if (descendant) {
                applied.stream()
                        .filter(other -> reaches(graph, get(graph, other), revision))
                        .forEach(gone::add);
            }
        }
        return gone;
    }

    static boolean isClosed(RevisionGraph graph, Collection<String> applied) {
        return applied.stream()
                .map(id -> get(graph, id))
                .allMatch(it -> graph.parents(it).stream().allMatch(p -> applied.contains(p.id()))
                        && graph.dependencies(it).stream().allMatch(d -> applied.contains(d.id())));
    }

    static boolean liesOn(RevisionGraph graph, Revision revision, Revision branch) {
        return descends(graph, revision, branch) || descends(graph, branch, revision);
    }

    /** The order of steps, from its words: one after the other, the best of those that are ready. */
    static List<String> order(RevisionGraph graph, Collection<String> applied, Collection<String> chosen) {
        Comparator<Revision> byCreation = Comparator.comparing(
                        Revision::created, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Revision::id);
        Set<String> done = new TreeSet<>(applied);
        List<String> order = new java.util.ArrayList<>();
        while (order.size() < chosen.size()) {
            List<Revision> ready = chosen.stream()
                    .filter(id -> !done.contains(id))
                    .map(id -> get(graph, id))
                    .filter(it -> isClosed(graph, plus(done, it.id())))
                    .sorted(byCreation)
                    .toList();
            Revision next = ready.stream()
                    .filter(it -> !order.isEmpty() && it.parents().contains(order.getLast()))
                    .findFirst()
                    .orElse(ready.getFirst());
            order.add(next.id());
            done.add(next.id());
        }
        return order;
    }

    static Revision get(RevisionGraph graph, String id) {
        return graph.revision(id).orElseThrow();
    }

    private static Set<String> plus(Set<String> ids, String id) {
        Set<String> more = new TreeSet<>(ids);
        more.add(id);
        return more;
    }
}
