package dev.mig.revision;

import dev.mig.syntax.tree.Header;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Histories as no person would make them, the same for the same seed. */
final class RandomGraphs {
    private RandomGraphs() {}

    static List<Header> headers(long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(24);
        double fork = random.nextDouble();
        double merge = random.nextDouble() * 0.4;
        double depend = random.nextDouble() * 0.5;
        List<String> ids = new ArrayList<>();
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            // Letters first, so that ids do not sort as they were made.
            String id = (char) ('a' + random.nextInt(26)) + "" + i;
            Set<String> parents = new LinkedHashSet<>();
            if (!ids.isEmpty() && random.nextInt(12) > 0) {
                parents.add(random.nextDouble() < fork ? any(ids, random) : ids.getLast());
                while (random.nextDouble() < merge) {
                    parents.add(any(ids, random));
                }
            }
            Set<String> dependencies = new LinkedHashSet<>();
            while (!ids.isEmpty() && random.nextDouble() < depend) {
                dependencies.add(any(ids, random));
            }
            List<String> labels = random.nextInt(6) == 0 ? List.of("label" + i) : List.of();
            @Nullable Instant created = random.nextInt(4) == 0 ? null : Instant.ofEpochSecond(random.nextInt(5));
            headers.add(Graphs.header(id, List.copyOf(parents), List.copyOf(dependencies), labels, created));
            ids.add(id);
        }
        return headers;
    }

    /** Rows that a database could have: the maximal elements of some closed set. */
    static Applied applied(RevisionGraph graph, Random random) {
        List<String> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(graph.at(random.nextInt(graph.size())).id());
        }
        return Applied.of(graph, Reference.rows(graph, Reference.closure(graph, some)));
    }

    private static String any(List<String> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }
}
