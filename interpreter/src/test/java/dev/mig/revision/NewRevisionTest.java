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

/** Where a new revision goes, and what it may be called. */
final class NewRevisionTest {
    @ParameterizedTest(name = "{0}: --head {1}")
    @CsvSource(delimiter = '|', textBlock = """
            EMPTY      |             | false |
            EMPTY      | base        | false |
            LINEAR     |             | false | e5
            LINEAR     | head        | false | e5
            LINEAR     | base        | false |
            LINEAR     | c3          | true  | c3
            LINEAR     | head-1      | true  | d4
            FORK       | left@head   | false | d1
            FORK       | d1 d2       | false | d1 d2
            FORK       | d1 d1       | false | d1
            FORK       | heads       | false | d1 d2
            LEAF       |             | false | y2
            LEAF       | x@head      | false | x2
            """)
    void goesBelow(Shape shape, @Nullable String heads, boolean splice, @Nullable String parents) {
        RevisionGraph graph = shape.graph();

        assertThat(NewParents.of(graph, Applied.none(graph), targets(heads), splice).stream()
                        .map(Revision::id))
                .containsExactlyElementsOf(words(parents));
    }

    @ParameterizedTest(name = "{0}: --head {1}")
    @CsvSource(delimiter = '|', textBlock = """
            FORK   |          | false | there are 2 heads, d1 and d2, and a new revision needs to know which one it follows | say --head left@head or --head right@head / or bring them together first: migrate merge heads -m "..."
            BARE   |          | false | there are 2 heads, d1 and d2, and a new revision needs to know which one it follows | say --head d1 or --head d2 / or bring them together first: migrate merge heads -m "..."
            LINEAR | c3       | false | c3 is no head: d4 follows it already | name a head, or fork the history with: migrate revision --splice --head c3
            FORK   | b        | false | b is no head: c1 and c2 follow it already | name a head, or fork the history with: migrate revision --splice --head b
            FORK   | d1 c1    | true  | d1 already follows c1 | leave out c1
            FORK   | d1 base  | false | a new revision cannot both be a base and follow d1 | leave out one of them
            """)
    void asksWhereItGoes(Shape shape, @Nullable String heads, boolean splice, String message, String hints) {
        RevisionGraph graph = shape.graph();

        Diagnostic problem = problem(() -> NewParents.of(graph, Applied.none(graph), targets(heads), splice));

        assertThat(problem.message()).isEqualTo(message);
        assertThat(String.join(" / ", problem.hints())).isEqualTo(hints);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            FORK       | heads       | d1 d2
            FORK       | d2 d1       | d1 d2
            DEPENDENCY | heads       | x3 y3
            LEAF       | x2 y2       | x2 y2
            """)
    void merges(Shape shape, String words, String parents) {
        RevisionGraph graph = shape.graph();

        assertThat(NewParents.ofMerge(graph, Applied.none(graph), targets(words)).stream()
                        .map(Revision::id))
                .containsExactlyElementsOf(words(parents));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            LINEAR | heads    | there is only one head, e5, and nothing to merge it with
            EMPTY  | heads    | there are no revisions to merge
            FORK   | d1       | a merge needs two revisions, and this names 1
            FORK   | d1 base  | "base" is the place below all revisions and cannot be merged
            FORK   | d2 c1    | c1 is no head: d1 follows it already
            """)
    void refusesToMerge(Shape shape, String words, String message) {
        RevisionGraph graph = shape.graph();

        assertThat(problem(() -> NewParents.ofMerge(graph, Applied.none(graph), targets(words)))
                        .message())
                .isEqualTo(message);
    }

    @Test
    void tellsWhatEachSideOfAMergeBrings() {
        RevisionGraph graph = Shape.DEPENDENCY.graph();

        assertThat(NewParents.sides(graph, graph.heads())).hasToString("[[x3], [y1, y2, y3]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9f3a | api   |
            a    |       | the id "a" is the id of a revision already
            left |       | the id "left" is a branch label of revision c1 already
            HEAD |       | the id "HEAD" means something else in every target
            head |       | the id "head" means something else in every target
            x-1  |       | the id "x-1" cannot be used
            9f3a | right | the branch label "right" is a branch label of revision c2 already
            9f3a | d2    | the branch label "d2" is the id of a revision already
            9f3a | 9f3a  | the branch label "9f3a" is given twice
            9f3a | base  | the branch label "base" means something else in every target
            9f3a | a@b   | the branch label "a@b" cannot be used
            """)
    void checksNames(String id, @Nullable String label, @Nullable String message) {
        List<Diagnostic> problems = NewNames.check(Shape.FORK.graph(), id, label == null ? List.of() : List.of(label));

        assertThat(problems.stream().map(Diagnostic::message))
                .containsExactlyElementsOf(message == null ? List.of() : List.of(message));
    }

    private static Diagnostic problem(org.junit.jupiter.api.function.Executable action) {
        return assertThrows(DiagnosticException.class, action).diagnostics().getFirst();
    }
}
