package dev.mig.revision;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Diagnostic.Related;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Suggestions;
import dev.mig.syntax.tree.Header;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks headers and numbers them by creation and id. It finds all that is wrong with them at once; {@link
 * RevisionGraph} then has nothing left to check.
 */
final class GraphAssembly {
    /** Searching similar names visits every id; a folder that has lost half of its files has thousands. */
    private static final int MOST_SUGGESTIONS = 20;

    private enum Link {
        PARENT("revise", "a revision without a parent says `revises base`"),
        DEPENDENCY("depend on", "leave it out");

        private final String verb;
        private final String insteadOfItself;

        Link(String verb, String insteadOfItself) {
            this.verb = verb;
            this.insteadOfItself = insteadOfItself;
        }
    }

    private final List<Diagnostic> problems = new ArrayList<>();
    private final List<Header> headers;
    private final Map<String, Integer> numbers = new HashMap<>();
    /** The id of the first revision that has a label. */
    private final Map<String, String> labelled = new HashMap<>();

    private int suggestions;

    private GraphAssembly(Collection<Header> files) {
        headers = distinct(files);
        headers.sort(GraphAssembly::byCreation);
        for (int i = 0; i < headers.size(); i++) {
            numbers.put(headers.get(i).id().text(), i);
        }
        checkLabels(files);
    }

    /** Created only where something is wrong, because creating it takes time at every start. */
    private static Comparator<Header> byPlace() {
        return Comparator.comparing((Header it) -> it.span().source().name())
                .thenComparingInt(it -> it.id().span().start())
                .thenComparing(it -> it.id().text());
    }

    /** Called several hundred thousand times on every start, before JIT compilation: hence no chain of comparators. */
    private static int byCreation(Header a, Header b) {
        Instant first = a.created();
        Instant second = b.created();
        if (first != null && second != null) {
            int order = first.compareTo(second);
            return order != 0 ? order : a.id().text().compareTo(b.id().text());
        }
        if (first == null && second == null) {
            return a.id().text().compareTo(b.id().text());
        }
        return first == null ? -1 : 1;
    }

    /**
     * The headers by creation and id.
     *
     * @param parents from the number of a header to those of its parents, in the order written, each once
     * @param dependencies the same for what it depends on
     */
    record Assembled(List<Header> headers, Edges parents, Edges dependencies) {}

    /** Throws everything that keeps these headers from being a graph, in the order of files and places. */
    static Assembled of(Collection<Header> files) {
        GraphAssembly assembly = new GraphAssembly(files);
        Edges parents = assembly.edges(Link.PARENT);
        Edges dependencies = assembly.edges(Link.DEPENDENCY);
        assembly.checkCycles(parents.and(dependencies));
        if (!assembly.problems.isEmpty()) {
            assembly.problems.sort(DiagnosticException.BY_PLACE);
            throw new DiagnosticException(assembly.problems);
        }
        return new Assembled(assembly.headers, parents, dependencies);
    }

    /** One header of each id: the first by place, where there are several. */
    private List<Header> distinct(Collection<Header> files) {
        Map<String, Header> byId = HashMap.newHashMap(files.size());
        Map<String, List<Header>> twice = new HashMap<>();
        for (Header header : files) {
            Header other = byId.putIfAbsent(header.id().text(), header);
            if (other != null) {
                twice.computeIfAbsent(header.id().text(), id -> new ArrayList<>(List.of(other)))
                        .add(header);
            }
        }
        twice.forEach((id, same) -> {
            same.sort(byPlace());
            byId.put(id, same.getFirst());
            problems.add(Diagnostic.error(
                            Code.REVISION_TWICE,
                            same.get(1).id().span(),
                            "the revision id " + id + " is used " + times(same.size()),
                            "give one of the files another id, and name that one where it is revised")
                    .withRelated(others(same.stream().map(Header::id).toList(), "first used here")));
        });
        return new ArrayList<>(byId.values());
    }

    private void checkLabels(Collection<Header> files) {
        Map<String, List<Header.Ref>> byLabel = new LinkedHashMap<>();
        List<Header> labelling = new ArrayList<>(files);
        labelling.removeIf(it -> it.branches().isEmpty());
        if (labelling.isEmpty()) {
            return;
        }
        labelling.sort(byPlace());
        for (Header header : labelling) {
            for (Header.Ref label : header.branches()) {
                labelled.putIfAbsent(label.text(), header.id().text());
                byLabel.computeIfAbsent(label.text(), text -> new ArrayList<>(1))
                        .add(label);
            }
        }
        byLabel.forEach((label, places) -> {
            if (places.size() > 1) {
                problems.add(Diagnostic.error(
                                Code.LABEL_TWICE,
                                places.get(1).span(),
                                "the branch label " + label + " is used " + times(places.size()),
                                "a label names one revision: rename it or take it away in all files but one")
                        .withRelated(others(places, "first used here")));
            }
            Integer revision = numbers.get(label);
            if (revision != null) {
                problems.add(Diagnostic.error(
                                Code.LABEL_IS_ID,
                                places.getFirst().span(),
                                "the branch label " + label + " is the id of a revision",
                                "choose a label that no revision has for its id")
                        .withRelated(
                                List.of(new Related(headers.get(revision).id().span(), "the revision"))));
            }
        });
    }

    /** All places but the second, which the diagnostic itself stands at. */
    private static List<Related> others(List<Header.Ref> places, String first) {
        List<Related> others = new ArrayList<>();
        others.add(new Related(places.getFirst().span(), first));
        for (Header.Ref place : places.subList(2, places.size())) {
            others.add(new Related(place.span(), "and here"));
        }
        return others;
    }

    private static String times(int count) {
        return count == 2 ? "twice" : count + " times";
    }

    private Edges edges(Link link) {
        int[][] rows = new int[headers.size()][];
        for (int i = 0; i < rows.length; i++) {
            Header header = headers.get(i);
            List<Header.Ref> named = switch (link) {
                case PARENT -> header.revises();
                case DEPENDENCY -> header.dependsOn();
            };
            int[] row = new int[named.size()];
            int count = 0;
            for (Header.Ref ref : named) {
                Integer number = numbers.get(ref.text());
                if (number == null) {
                    problems.add(unknown(header, ref, link));
                } else if (number == i) {
                    problems.add(Diagnostic.error(
                            Code.REVISION_OWN_PARENT,
                            ref.span(),
                            "revision " + ref + " cannot " + link.verb + " itself",
                            link.insteadOfItself));
                } else {
                    row[count++] = number;
                }
            }
            rows[i] = Edges.distinct(count == row.length ? row : Arrays.copyOf(row, count));
        }
        return Edges.of(rows);
    }

    private Diagnostic unknown(Header header, Header.Ref ref, Link link) {
        Diagnostic problem = Diagnostic.error(
                Code.REVISION_UNKNOWN,
                ref.span(),
                "revision " + header.id() + " cannot " + link.verb + " \"" + ref + "\": no file has it");
        List<String> near = nearby(ref.text());
        return near.isEmpty()
                ? problem.withHint("bring back the file of " + ref + ", or name another revision")
                : problem.withHint(
                        "did you mean " + Wording.orQuoted(near) + "? headers name revisions by their full ids");
    }

    private List<String> nearby(String id) {
        String meant = labelled.get(id);
        if (meant != null) {
            return List.of(meant);
        }
        return suggestions++ < MOST_SUGGESTIONS ? Suggestions.nearest(id, numbers.keySet(), 3) : List.of();
    }

    private void checkCycles(Edges needs) {
        for (int[] members : Cycles.of(needs)) {
            List<Header> in = Arrays.stream(members)
                    .mapToObj(headers::get)
                    .sorted(byPlace())
                    .toList();
            problems.add(Diagnostic.error(
                            Code.REVISION_CYCLE,
                            in.getFirst().id().span(),
                            "revisions "
                                    + Wording.and(in.stream().map(Header::id).toList())
                                    + " form a cycle: none could ever be the first",
                            "one of them must revise, or depend on, something older")
                    .withRelated(in.stream()
                            .skip(1)
                            .map(it -> new Related(it.id().span(), "part of the cycle"))
                            .toList()));
        }
    }
}
