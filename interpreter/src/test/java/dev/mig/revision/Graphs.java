package dev.mig.revision;

import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Header;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Graphs as people draw them, a line each:
 *
 * <pre>
 * a -> b -> c            b revises a, c revises b
 * b1, b2 -> m            m revises both
 * y2 depends on x2, x3
 * c1 labelled left
 * c1 created 2024-05-01T00:00:00Z
 * </pre>
 */
final class Graphs {
    private final Map<String, List<String>> parents = new LinkedHashMap<>();
    private final Map<String, List<String>> dependencies = new LinkedHashMap<>();
    private final Map<String, List<String>> labels = new LinkedHashMap<>();
    private final Map<String, Instant> created = new LinkedHashMap<>();

    private Graphs() {}

    static RevisionGraph graph(String... lines) {
        return RevisionGraph.of(headers(lines));
    }

    static List<Header> headers(String... lines) {
        Graphs graphs = new Graphs();
        for (String line : lines) {
            line.lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(graphs::read);
        }
        List<Header> headers = new ArrayList<>();
        graphs.parents.forEach((id, revises) -> headers.add(header(
                id,
                revises,
                graphs.dependencies.getOrDefault(id, List.of()),
                graphs.labels.getOrDefault(id, List.of()),
                graphs.created.get(id))));
        return headers;
    }

    /** As if it stood in the file {@code ID.mig}. */
    static Header header(
            String id, List<String> revises, List<String> dependsOn, List<String> labels, @Nullable Instant created) {
        return header(id + ".mig", id, revises, dependsOn, labels, created);
    }

    static Header header(
            String file,
            String id,
            List<String> revises,
            List<String> dependsOn,
            List<String> labels,
            @Nullable Instant created) {
        StringBuilder text = new StringBuilder("revision " + id + "\n");
        int revisesAt = line(text, "revises ", revises);
        int labelsAt = line(text, "branch ", labels);
        int dependsAt = line(text, "depends on ", dependsOn);
        Source source = new Source(file, text.toString());
        return new Header(
                new Header.Ref(id, source.span(9, 9 + id.length())),
                "",
                refs(source, revisesAt, revises),
                refs(source, labelsAt, labels),
                refs(source, dependsAt, dependsOn),
                Header.Timeouts.NONE,
                created,
                new Span(source, 0, text.length()));
    }

    private static int line(StringBuilder text, String word, List<String> names) {
        int at = text.length() + word.length();
        if (!names.isEmpty()) {
            text.append(word).append(String.join(", ", names)).append('\n');
        }
        return at;
    }

    private static List<Header.Ref> refs(Source source, int from, List<String> names) {
        List<Header.Ref> refs = new ArrayList<>();
        int at = from;
        for (String name : names) {
            refs.add(new Header.Ref(name, source.span(at, at + name.length())));
            at += name.length() + 2;
        }
        return refs;
    }

    private void read(String line) {
        if (line.contains(" depends on ")) {
            add(dependencies, line.split(" depends on ", 2));
        } else if (line.contains(" labelled ")) {
            add(labels, line.split(" labelled ", 2));
        } else if (line.contains(" created ")) {
            String[] parts = line.split(" created ", 2);
            created.put(parts[0], Instant.parse(parts[1]));
        } else {
            String[] links = line.split("->", -1);
            for (int i = 0; i < links.length; i++) {
                for (String id : names(links[i])) {
                    List<String> revises = parents.computeIfAbsent(id, any -> new ArrayList<>());
                    if (i > 0) {
                        revises.addAll(names(links[i - 1]));
                    }
                }
            }
        }
    }

    private static void add(Map<String, List<String>> to, String[] parts) {
        to.computeIfAbsent(parts[0].strip(), any -> new ArrayList<>()).addAll(names(parts[1]));
    }

    private static List<String> names(String text) {
        return List.of(text.strip().split("\\s*,\\s*", -1));
    }
}
