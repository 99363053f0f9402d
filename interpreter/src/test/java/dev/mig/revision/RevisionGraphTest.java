package dev.mig.revision;

import static dev.mig.revision.Graphs.graph;
import static dev.mig.revision.Graphs.header;
import static dev.mig.revision.Graphs.headers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Exit;
import dev.mig.syntax.tree.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RevisionGraphTest {
    @Test
    void knowsWhatStandsAroundARevision() {
        RevisionGraph dependency = Shape.DEPENDENCY.graph();

        assertThat(dependency.revisions()).hasToString("[x1, x2, x3, y1, y2, y3]");
        assertThat(dependency.bases()).hasToString("[x1, y1]");
        assertThat(dependency.heads()).hasToString("[x3, y3]");
        assertThat(dependency.parents(revision(dependency, "y2"))).hasToString("[y1]");
        assertThat(dependency.children(revision(dependency, "x2"))).hasToString("[x3]");
        assertThat(dependency.dependencies(revision(dependency, "y2"))).hasToString("[x2]");
        assertThat(dependency.dependents(revision(dependency, "x2"))).hasToString("[y2]");
        assertThat(dependency.labelled("x")).map(Revision::id).contains("x1");
        assertThat(dependency.revision("x")).isEmpty();
    }

    @Test
    void aLeafThatAnotherRevisionDependsOnIsNoHead() {
        assertThat(Shape.LEAF.graph().heads()).hasToString("[y2]");
    }

    @Test
    void keepsTheOrderInWhichParentsAreWritten() {
        RevisionGraph merge = graph("a -> b1", "a -> b2", "b2, b1 -> m");

        assertThat(merge.parents(revision(merge, "m"))).hasToString("[b2, b1]");
        assertThat(merge.branchPoints()).hasToString("[a]");
    }

    @Test
    void ordersByCreationWhereNothingElseDecides() {
        RevisionGraph roots = graph(
                "z -> z2",
                "y",
                "x",
                "w",
                "w created 2024-01-02T00:00:00Z",
                "z created 2024-01-01T00:00:00Z",
                "z2 created 2025-01-01T00:00:00Z");

        assertThat(roots.revisions()).hasToString("[x, y, z, z2, w]");
    }

    @ParameterizedTest(name = "{1} of {0} is on {2}")
    @CsvSource(delimiter = '|', textBlock = """
            FORK        | a  | []
            FORK        | b  | []
            FORK        | c1 | [left]
            FORK        | d1 | [left]
            FORK        | d2 | [right]
            DIAMOND     | a  | []
            DIAMOND     | b1 | [left]
            DIAMOND     | m  | [left, right]
            DIAMOND     | n  | [left, right]
            DEPENDENCY  | x2 | [x]
            DEPENDENCY  | y3 | [y]
            ROOTS       | a2 | [left]
            ROOTS       | b2 | []
            """)
    void namesBranchesAlongTheLineage(Shape shape, String id, String labels) {
        RevisionGraph graph = shape.graph();

        assertThat(graph.onBranches(revision(graph, id))).hasToString(labels);
    }

    @Test
    void aLabelReachesDownToTheNearestFork() {
        RevisionGraph graph = graph("r -> f -> g -> h -> i", "f -> x", "i labelled top", "x depends on h");

        assertThat(Stream.of("r", "f", "g", "h", "i", "x").map(it -> graph.onBranches(revision(graph, it))))
                .map(List::size)
                .containsExactly(0, 0, 1, 1, 1, 0);
    }

    @Test
    void aLabelledForkKeepsItsName() {
        RevisionGraph graph = graph("r -> f -> g", "f -> h", "f labelled fork");

        assertThat(Stream.of("r", "f", "g", "h").map(it -> graph.onBranches(revision(graph, it))))
                .allSatisfy(labels -> assertThat(labels).containsExactly("fork"));
    }

    @Test
    void refusesAllThatIsWrongAtOnce() {
        List<Header> broken = new ArrayList<>(headers(
                "a -> b -> c -> a",
                "d -> e",
                "e depends on f",
                "f",
                "f depends on e",
                "g",
                "g depends on g",
                "h",
                "h depends on nowhere",
                "i labelled left",
                "j labelled left",
                "k labelled left, d",
                "i",
                "j",
                "k"));
        broken.add(header("self.mig", "self", List.of("self"), List.of(), List.of(), null));
        broken.add(header("z1.mig", "d", List.of(), List.of(), List.of(), null));
        broken.add(header("z2.mig", "d", List.of("left"), List.of(), List.of(), null));
        broken.add(header("z3.mig", "l", List.of("sel"), List.of(), List.of(), null));

        DiagnosticException thrown = assertThrows(DiagnosticException.class, () -> RevisionGraph.of(broken));

        assertThat(thrown.exit()).isEqualTo(Exit.MIGRATIONS);
        assertThat(String.join(
                        "\n",
                        thrown.diagnostics().stream()
                                .map(RevisionGraphTest::shown)
                                .toList()))
                .isEqualTo("""
                        a.mig:1:10 MIG-203 revisions a, b and c form a cycle: none could ever be the first
                          b.mig:1:10 part of the cycle
                          c.mig:1:10 part of the cycle
                          = one of them must revise, or depend on, something older
                        e.mig:1:10 MIG-203 revisions e and f form a cycle: none could ever be the first
                          f.mig:1:10 part of the cycle
                          = one of them must revise, or depend on, something older
                        g.mig:2:12 MIG-204 revision g cannot depend on itself
                          = leave it out
                        h.mig:2:12 MIG-202 revision h cannot depend on "nowhere": no file has it
                          = bring back the file of nowhere, or name another revision
                        j.mig:2:8 MIG-205 the branch label left is used 3 times
                          i.mig:2:8 first used here
                          k.mig:2:8 and here
                          = a label names one revision: rename it or take it away in all files but one
                        k.mig:2:14 MIG-206 the branch label d is the id of a revision
                          d.mig:1:10 the revision
                          = choose a label that no revision has for its id
                        self.mig:2:9 MIG-204 revision self cannot revise itself
                          = a revision without a parent says `revises base`
                        z1.mig:1:10 MIG-201 the revision id d is used 3 times
                          d.mig:1:10 first used here
                          z2.mig:1:10 and here
                          = give one of the files another id, and name that one where it is revised
                        z3.mig:2:9 MIG-202 revision l cannot revise "sel": no file has it
                          = did you mean "self"? headers name revisions by their full ids""");
    }

    @Test
    void pointsFromALabelToTheIdThatAHeaderNeeds() {
        DiagnosticException thrown = assertThrows(
                DiagnosticException.class,
                () -> graph("a -> b", "b labelled left", "left_is_not_here", "c depends on left", "c"));

        assertThat(thrown.diagnostics().getFirst().hints())
                .containsExactly("did you mean \"b\"? headers name revisions by their full ids");
    }

    @Test
    void findsEachKnotOfCyclesApart() {
        DiagnosticException thrown = assertThrows(
                DiagnosticException.class,
                () -> graph("a -> b -> a", "b -> c -> d -> c", "x -> y -> z -> x", "y -> x", "d -> e"));

        assertThat(thrown.diagnostics().stream().map(Diagnostic::message))
                .containsExactly(
                        "revisions a and b form a cycle: none could ever be the first",
                        "revisions c and d form a cycle: none could ever be the first",
                        "revisions x, y and z form a cycle: none could ever be the first");
    }

    private static String shown(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(
                diagnostic.span().location() + " " + diagnostic.code().id() + " " + diagnostic.message());
        diagnostic.related().forEach(it -> text.append("\n  " + it.span().location() + " " + it.message()));
        diagnostic.hints().forEach(it -> text.append("\n  = " + it));
        return text.toString();
    }

    static Revision revision(RevisionGraph graph, String id) {
        Optional<Revision> revision = graph.revision(id);
        return revision.orElseThrow();
    }
}
