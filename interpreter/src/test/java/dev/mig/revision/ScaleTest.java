package dev.mig.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mig.source.DiagnosticException;
import dev.mig.syntax.tree.Header;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Large histories of every shape. The limit is far above what they take: it is there for what would overflow, or grow
 * with the square.
 */
@Timeout(20)
final class ScaleTest {
    private static final int MANY = 10_000;

    @Test
    void aChain() {
        RevisionGraph graph = shuffled(IntStream.range(0, MANY)
                .mapToObj(i -> header(id(i), i == 0 ? List.of() : List.of(id(i - 1)), List.of()))
                .toList());

        everyMoveWorks(graph, 1);
        assertThat(plan(graph, List.of(id(4999)), "+5000").steps()).hasSize(5000);
        assertThat(Planner.downgrade(graph, Applied.of(graph, List.of(id(MANY - 1))), Target.parse("-9999"))
                        .steps())
                .hasSize(9999);
        assertThat(Planner.downgrade(graph, Applied.of(graph, List.of(id(MANY - 1))), Target.parse("r5000@-9999"))
                        .steps())
                .hasSize(9999);
        assertThat(plan(graph, List.of(), "head-9000").steps()).hasSize(1000);
    }

    @Test
    void aCombOfBranches() {
        List<Header> headers = new ArrayList<>(List.of(header(id(0), List.of(), List.of())));
        for (int branch = 0; branch < 1000; branch++) {
            for (int i = 0; i < 10; i++) {
                String id = "b" + branch + "_" + i;
                String parent = i == 0 ? id(0) : "b" + branch + "_" + (i - 1);
                List<String> labels = i == 0 ? List.of("label" + branch) : List.of();
                headers.add(Graphs.header("f", id, List.of(parent), List.of(), labels, null));
            }
        }
        RevisionGraph graph = shuffled(headers);

        everyMoveWorks(graph, 1000);
        assertThat(graph.onBranches(graph.revision("b7_9").orElseThrow())).containsExactly("label7");
        assertThat(HistoryDrawing.of(graph, graph.revisions()))
                .allSatisfy(row -> assertThat(row.cells().length()).isLessThan(4));
        String[] words =
                IntStream.range(0, 1000).mapToObj(i -> "label" + i + "@head").toArray(String[]::new);
        assertThat(plan(graph, List.of(), words).steps()).hasSize(10_001);
    }

    @Test
    void aTrunkWithABranchAtEachRevision() {
        List<Header> headers = new ArrayList<>(List.of(header(id(0), List.of(), List.of())));
        for (int i = 1; i < 1000; i++) {
            headers.add(header(id(i), List.of(id(i - 1)), List.of()));
            headers.add(header("side" + i, List.of(id(i - 1)), List.of()));
        }
        RevisionGraph graph = shuffled(headers);

        everyMoveWorks(graph, 1000);
        assertThat(HistoryDrawing.of(graph, graph.revisions()))
                .allSatisfy(row -> assertThat(row.cells().length()).isLessThan(4));
    }

    @Test
    void aLadderOfMerges() {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < MANY / 2; i++) {
            List<String> parents = i == 0 ? List.of() : List.of("a" + (i - 1), "b" + (i - 1));
            headers.add(header("a" + i, parents, List.of()));
            headers.add(header("b" + i, parents, List.of()));
        }

        everyMoveWorks(shuffled(headers), 2);
    }

    @Test
    void aWideMerge() {
        List<Header> headers = new ArrayList<>(List.of(header(id(0), List.of(), List.of())));
        List<String> arms = IntStream.range(0, 1000).mapToObj(i -> "arm" + i).toList();
        arms.forEach(arm -> headers.add(header(arm, List.of(id(0)), List.of())));
        for (int i = 0; i < 20; i++) {
            headers.add(header("merge" + i, arms, List.of()));
        }

        everyMoveWorks(shuffled(headers), 20);
    }

    @Test
    void denseDependencies() {
        Random random = new Random(1);
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            int below = i;
            List<String> dependencies = i == 0
                    ? List.of()
                    : random.ints(50, 0, below)
                            .distinct()
                            .mapToObj(ScaleTest::id)
                            .toList();
            headers.add(header(id(i), i < 10 ? List.of() : List.of(id(i - 10)), dependencies));
        }
        RevisionGraph graph = shuffled(headers);

        everyMoveWorks(graph, graph.heads().size());
    }

    @Test
    void aCircleOfAll() {
        List<Header> headers = IntStream.range(0, MANY)
                .mapToObj(i -> header(id(i), List.of(id((i + 1) % MANY)), List.of()))
                .toList();

        assertThatThrownBy(() -> RevisionGraph.of(headers))
                .hasMessageStartingWith("revisions r0, r1, r10, r100, r1000 and 9995 more form a cycle");
    }

    @Test
    void aFolderThatLostEveryOtherFile() {
        List<Header> headers = IntStream.range(1, MANY)
                .filter(i -> i % 2 == 1)
                .mapToObj(i -> header(id(i), List.of(id(i - 1)), List.of()))
                .toList();

        assertThatThrownBy(() -> RevisionGraph.of(headers))
                .isInstanceOfSatisfying(
                        DiagnosticException.class,
                        it -> assertThat(it.diagnostics()).hasSize(MANY / 2));
    }

    @Test
    void aFolderThatIsThereTwice() {
        List<Header> headers = new ArrayList<>();
        for (String folder : List.of("a/", "b/")) {
            for (int i = 0; i < MANY; i++) {
                headers.add(Graphs.header(folder + id(i), id(i), List.of(), List.of(), List.of("left"), null));
            }
        }

        assertThatThrownBy(() -> RevisionGraph.of(headers))
                .isInstanceOfSatisfying(
                        DiagnosticException.class,
                        it -> assertThat(it.diagnostics()).hasSize(MANY + 1));
    }

    /** Up to the heads, down to base, by one step, stamped, shown and drawn. */
    private static void everyMoveWorks(RevisionGraph graph, int heads) {
        SortedSet<String> top = new TreeSet<>();
        graph.heads().forEach(it -> top.add(it.id()));
        Applied all = Applied.of(graph, top);

        Plan up = plan(graph, List.of(), "heads");
        Plan down = Planner.downgrade(graph, all, Target.parse("base"));

        assertThat(top).hasSize(heads);
        assertThat(up.revisions()).isEqualTo(graph.revisions());
        assertThat(up.rowsAfter()).isEqualTo(top);
        assertThat(down.revisions()).isEqualTo(graph.revisions().reversed());
        assertThat(down.rowsAfter()).isEmpty();
        assertThat(all.rows()).hasSize(heads);
        assertThat(Planner.downgrade(graph, all, Target.parse(top.first() + "@-1"))
                        .revisions())
                .hasToString("[" + top.first() + "]");
        assertThat(Planner.stamp(graph, Applied.none(graph), List.of(Target.parse("heads")))
                        .rowsAfter())
                .isEqualTo(top);
        assertThat(History.of(graph, all, Range.parse(":"))).hasSize(graph.size());
        assertThat(HistoryDrawing.of(graph, graph.revisions()).stream().filter(it -> it.revision() != null))
                .hasSize(graph.size());
    }

    private static Plan plan(RevisionGraph graph, List<String> rows, String... words) {
        return Planner.upgrade(
                graph,
                Applied.of(graph, rows),
                Arrays.stream(words).map(Target::parse).toList());
    }

    private static RevisionGraph shuffled(List<Header> headers) {
        List<Header> shuffled = new ArrayList<>(headers);
        Collections.shuffle(shuffled, new Random(7));
        return RevisionGraph.of(shuffled);
    }

    private static String id(int i) {
        return "r" + i;
    }

    private static Header header(String id, List<String> parents, List<String> dependencies) {
        return Graphs.header("f", id, parents, dependencies, List.of(), null);
    }
}
