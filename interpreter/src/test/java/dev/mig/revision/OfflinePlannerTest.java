package dev.mig.revision;

import static dev.mig.revision.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mig.source.DiagnosticException;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moves that are planned without a database: rows before, steps, rows after. */
class OfflinePlannerTest {
    private static final RevisionGraph FORK =
            graph("a -> b", "b -> c1", "c1 -> d1", "b -> c2", "c1 labelled left", "c2 labelled right");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up | heads        |        | a b c1 d1 c2 | c2 d1",
                "up | left@head    |        | a b c1 d1    | d1",
                "up | :b           |        | a b          | b",
                "up | b:           | b      | c1 d1 c2     | c2 d1",
                "up | base:+2      |        | a b          | b",
                "up | a:+1         | a      | b            | b",
                "up | a:c1         | a      | b c1         | c1",
                "up | d1:right@head | d1    | c2           | c2 d1",
                "up | d1:d1 c2:heads | c2 d1 |             | c2 d1",
                "up | left@head:heads | d1  | c2           | c2 d1",
                "up | c1:a         | c1     |              | c1",
                "down | heads:b    | c2 d1  | c2 d1 c1     | b",
                "down | d1:        | d1     | d1 c1 b a    |",
                "down | :b         | c2 d1  | c2 d1 c1     | b",
                "down | d1:-1      | d1     | d1           | c1",
                "down | heads:left@-2 | c2 d1 | d1 c1      | c2",
            })
    void goesFromTheStartToTheEnd(String direction, String words, String before, String steps, String after) {
        Plan plan = plan(direction, words);

        assertThat(joined(plan.rowsBefore())).isEqualTo(before == null ? "" : before);
        assertThat(joined(plan.rowsAfter())).isEqualTo(after == null ? "" : after);
        if (steps == null) {
            assertThat(plan.steps()).isEmpty();
        } else {
            assertThat(plan.revisions()).extracting(Revision::id).containsExactlyInAnyOrder(steps.split(" ", -1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1",
                "-1",
                "left@+1",
                "current",
                "current:head",
                "+1:head",
                "a:current",
                "-2:",
                "a:b:c",
                "heads-1:"
            })
    void whatOnlyADatabaseKnowsIsRefused(String words) {
        assertThatThrownBy(() -> plan("up", words)).isInstanceOf(DiagnosticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "base", "b", "current:base", "a:+1", "a:heads", "c1:d1"})
    void aDowngradeSaysWhereItStarts(String word) {
        assertThatThrownBy(() -> plan("down", word)).isInstanceOf(DiagnosticException.class);
    }

    /** Whatever a runner plans from some rows, the range that names them plans as well. */
    @Test
    void plansAsARunnerDoesFromTheSameRows() {
        for (long seed = 0; seed < 200; seed++) {
            RevisionGraph graph = RevisionGraph.of(RandomGraphs.headers(seed));
            Random random = new Random(seed);
            Revision from = graph.at(random.nextInt(graph.size()));
            Revision to = graph.at(random.nextInt(graph.size()));
            Applied none = Applied.none(graph);
            Applied applied = Applied.of(
                    graph,
                    Planner.upgrade(graph, none, List.of(Target.parse(from.id())))
                            .rowsAfter());

            assertThat(OfflinePlanner.upgrade(graph, List.of(from + ":" + to)).steps())
                    .isEqualTo(Planner.upgrade(graph, applied, List.of(Target.parse(to.id())))
                            .steps());
        }
    }

    private static Plan plan(String direction, String words) {
        return direction.equals("up")
                ? OfflinePlanner.upgrade(FORK, List.of(words.split(" ", -1)))
                : OfflinePlanner.downgrade(FORK, words);
    }

    private static String joined(SortedSet<String> rows) {
        return String.join(" ", rows);
    }
}
