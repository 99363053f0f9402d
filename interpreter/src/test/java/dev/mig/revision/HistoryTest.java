package dev.mig.revision;

import static dev.mig.revision.PlannerTest.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HistoryTest {
    @Test
    void isNewestFirst() {
        assertThat(History.of(Shape.FORK.graph())).hasToString("[d2, c2, d1, c1, b, a]");
    }

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @CsvSource(delimiter = '|', textBlock = """
            LINEAR     | a1:c3         |       | c3 b2 a1
            LINEAR     | c3:c3         |       | c3
            LINEAR     | c3:           |       | e5 d4 c3
            LINEAR     | :b2           |       | b2 a1
            LINEAR     | :             |       | e5 d4 c3 b2 a1
            LINEAR     | -2:           |       | e5 d4 c3
            LINEAR     | -2:d4         |       | d4 c3 b2
            LINEAR     | :+2           |       | b2 a1
            LINEAR     | b2:+1         |       | c3 b2
            LINEAR     | -1:current    | c3    | c3 b2
            LINEAR     | current:+1    | c3    | d4 c3
            LINEAR     | current:      |       | e5 d4 c3 b2 a1
            LINEAR     | :current      |       |
            LINEAR     | +1:           | c3    | e5 d4
            LINEAR     | :-1           | c3    | b2 a1
            LINEAR     | base:b2       |       | b2 a1
            LINEAR     | -5:           |       | e5 d4 c3 b2 a1
            FORK       | b:heads       |       | d2 c2 d1 c1 b
            FORK       | b:            |       | d2 c2 d1 c1 b
            FORK       | left@b:+2     |       | d1 c1 b
            FORK       | b:right@head  |       | d2 c2 b
            DIAMOND    | a:m           |       | m b2 b1 a
            DIAMOND    | b1:m          |       | m b1
            DEPENDENCY | x1:y3         |       | y3 y2 x2 x1
            EMPTY      | :             |       |
            """)
    void selectsRanges(Shape shape, String range, @Nullable String rows, @Nullable String expected) {
        RevisionGraph graph = shape.graph();

        assertThat(History.of(graph, Applied.of(graph, words(rows)), Range.parse(range)).stream()
                        .map(Revision::id))
                .containsExactlyElementsOf(words(expected));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            LINEAR | c3:a1     | a1 does not follow c3 | say "a1:c3"
            LINEAR | c3:base   | base does not follow c3 | say "base:c3"
            FORK   | c1:d2     | d2 does not follow c1 | a range goes up one line of parents and dependencies
            LINEAR | -1:+1     | "-1:+1" counts each end from the other one | name one of the ends
            LINEAR | -10:      | "-10" goes below base: there are only 4 revisions below e5 | say "base" for the place below all revisions
            FORK   | -1:       | "-1" starts from 2 revisions, d1 and d2, and one is wanted | name one of them
            LINEAR | :zz       | no revision and no branch label begins with "zz" | migrate history lists the revisions
            """)
    void refusesWhatIsNoRange(Shape shape, String range, String message, String hint) {
        RevisionGraph graph = shape.graph();

        Diagnostic problem = assertThrows(
                        DiagnosticException.class, () -> History.of(graph, Applied.none(graph), Range.parse(range)))
                .diagnostics()
                .getFirst();

        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.hints()).containsExactly(hint);
        assertThat(problem.span().source().text()).isEqualTo(range);
    }
}
