package dev.mig.revision;

import static dev.mig.revision.PlannerTest.targets;
import static dev.mig.revision.PlannerTest.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StampTest {
    @ParameterizedTest(name = "{0}: {1} on {2}")
    @CsvSource(delimiter = '|', textBlock = """
            LINEAR     | c3          |       | c3
            LINEAR     | c3          | e5    | c3
            LINEAR     | c3          | b2    | c3
            LINEAR     | head        |       | e5
            LINEAR     | +2          | a1    | c3
            LINEAR     | -2          | d4    | b2
            LINEAR     | base        | d4    |
            LINEAR     | head-1      | a1    | d4
            FORK       | heads       |       | d1 d2
            FORK       | left@head   |       | d1
            FORK       | c1 c2       | d1 d2 | c1 c2
            FORK       | c1          | d1 d2 | c1 d2
            FORK       | b           | d1 d2 | b
            FORK       | left@b      | d1 d2 | d2
            FORK       | left@base   | d1 d2 | d2
            FORK       | left@-1     | d1 d2 | c1 d2
            FORK       | b d1        |       | d1
            FORK       | d1 b        | d2    | d1
            DIAMOND    | b1          | m     | b1 b2
            DIAMOND    | -1          | n     | m
            DEPENDENCY | y1          | y3    | x2 y1
            DEPENDENCY | x2 y2       |       | y2
            DEPENDENCY | y2 x1       |       | y2
            DEPENDENCY | x@base      | x3 y3 | y3
            DEPENDENCY | x1          | y3    | x1 y1
            """)
    void setsRows(Shape shape, String words, @Nullable String rows, @Nullable String rowsAfter) {
        RevisionGraph graph = shape.graph();

        Stamp stamp = Planner.stamp(graph, Applied.of(graph, words(rows)), targets(words));

        assertThat(stamp.rowsAfter()).containsExactlyElementsOf(words(rowsAfter));
        assertThat(stamp.rowsBefore()).containsExactlyElementsOf(words(rows));
    }

    @Test
    void forgetsWhatNoFileHas() {
        RevisionGraph graph = Shape.LINEAR.graph();

        Stamp stamp = Planner.stamp(graph, Applied.forgetting(graph, List.of("gone", "e5")), targets("b2"));

        assertThat(stamp.rowsBefore()).containsExactly("e5", "gone");
        assertThat(stamp.rowsAfter()).containsExactly("b2");
        assertThat(stamp.changes()).containsExactly(new RowChange.Delete("gone"), new RowChange.Update("e5", "b2"));
    }

    @Test
    void keepsUnknownRowsFromBeingLost() {
        RevisionGraph graph = Shape.LINEAR.graph();
        Applied applied = Applied.of(graph, List.of("gone"));

        Diagnostic problem = assertThrows(DiagnosticException.class, () -> Planner.stamp(graph, applied, targets("b2")))
                .diagnostics()
                .getFirst();

        assertThat(problem.message()).isEqualTo("the database is at revision \"gone\", which no file has");
    }

    @Test
    void leavesARowThatIsRight() {
        RevisionGraph graph = Shape.LINEAR.graph();

        assertThat(Planner.stamp(graph, Applied.of(graph, List.of("b2")), targets("b2"))
                        .isEmpty())
                .isTrue();
    }
}
