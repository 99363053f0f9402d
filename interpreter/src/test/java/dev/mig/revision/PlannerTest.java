package dev.mig.revision;

import static dev.mig.revision.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Exit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each word does on each shape: the steps and the rows after, or what is said instead. */
final class PlannerTest {
    @ParameterizedTest(name = "{0}: {1} {2} on {3}")
    @CsvSource(delimiter = '|', textBlock = """
        LINEAR     | up      | +2             |       | a1 b2          | b2
        LINEAR     | up      | b2+2           | a1    | b2 c3 d4       | d4
        LINEAR     | up      | head-1         | a1    | b2 c3 d4       | d4
        LINEAR     | up      | head           |       | a1 b2 c3 d4 e5 | e5
        LINEAR     | up      | ' c '          | a1    | b2 c3          | c3
        LINEAR     | up      | base+2         |       | a1 b2          | b2
        LINEAR     | up      | current+1      | b2    | c3             | c3
        LINEAR     | up      | current+1      |       | a1             | a1
        LINEAR     | up      | e5@+1          | b2    | c3             | c3
        LINEAR     | down    | -1             | e5    | e5             | d4
        LINEAR     | down    | -5             | e5    | e5 d4 c3 b2 a1 |
        LINEAR     | down    | c3-3           | e5    | e5 d4 c3 b2 a1 |
        LINEAR     | down    | b2+1           | e5    | e5 d4          | c3
        LINEAR     | down    | base           | e5    | e5 d4 c3 b2 a1 |
        LINEAR     | down    | base+1         | c3    | c3 b2          | a1
        LINEAR     | down    | current-1      | c3    | c3             | b2
        LINEAR     | down    | head-1         | e5    | e5             | d4
        FORK       | up      | heads          |       | a b c1 d1 c2 d2 | d1 d2
        FORK       | up      | left@head      |       | a b c1 d1      | d1
        FORK       | up      | left@heads     |       | a b c1 d1      | d1
        FORK       | up      | le@head        |       | a b c1 d1      | d1
        FORK       | up      | left@+1        | b     | c1             | c1
        FORK       | up      | left@+1        | c1 c2 | d1             | c2 d1
        FORK       | up      | left@+2        |       | a b            | b
        FORK       | up      | left@b+1       | b     | c1             | c1
        FORK       | up      | left@c         | b     | c1             | c1
        FORK       | up      | right@head     | d1    | c2 d2          | d1 d2
        FORK       | up      | right@base+2   |       | a b            | b
        FORK       | up      | left+1         | b     | c1 d1          | d1
        FORK       | up      | left@current+1 | c1 d2 | d1             | d1 d2
        FORK       | down    | left@-1        | d1 d2 | d1             | c1 d2
        FORK       | down    | left@-2        | d1 d2 | d1 c1          | d2
        FORK       | down    | left@-3        | d1    | d1 c1 b        | a
        FORK       | down    | b              | d1 d2 | d2 c2 d1 c1    | b
        FORK       | down    | left@b         | d1 d2 | d1 c1          | d2
        FORK       | down    | left@base      | d1 d2 | d1 c1          | d2
        FORK       | down    | left@base      | d1    | d1 c1 b a      |
        FORK       | down    | left@d1-4      | d1 d2 | d1 c1          | d2
        FORK       | down    | d1-4           | d1 d2 | d2 c2 d1 c1 b a |
        FORK       | down    | left@b-1       | d1 d2 | d2 c2 d1 c1 b  | a
        BARE       | down    | d1@-1          | d1 d2 | d1             | c1 d2
        DIAMOND    | up      | m              | b1    | b2 m           | m
        DIAMOND    | up      | +1             | b1    | b2 m           | m
        DIAMOND    | up      | +1             | b1 b2 | m              | m
        DIAMOND    | up      | +2             | b1 b2 | m n            | n
        DIAMOND    | down    | -1             | m     | m              | b1 b2
        DIAMOND    | down    | left@-2        | m     | m b1           | b2
        DIAMOND    | down    | left@m-1       | n     | n m            | b1 b2
        DIAMOND    | down    | b1             | m     | m              | b1 b2
        DIAMOND    | down    | a              | m     | m b2 b1        | a
        DIAMOND    | down    | left@a         | m     | m b1           | b2
        DIAMOND    | down    | left@base      | n     | n m b1         | b2
        DEPENDENCY | up      | y3             |       | x1 x2 y1 y2 y3 | y3
        DEPENDENCY | up      | x2+1           | y3    | x3             | x3 y3
        DEPENDENCY | up      | x@+1           | y3    | x3             | x3 y3
        DEPENDENCY | up      | y@+1           | y1    | x1 x2 y2       | y2
        DEPENDENCY | up      | x@current+1    | y3    | x3             | x3 y3
        DEPENDENCY | up      | heads          |       | x1 x2 x3 y1 y2 y3 | x3 y3
        DEPENDENCY | down    | -2             | y3    | y3 y2          | x2 y1
        DEPENDENCY | down    | x2             | x3 y3 | x3             | y3
        DEPENDENCY | down    | x1             | x3 y3 | y3 y2 x3 x2    | x1 y1
        DEPENDENCY | down    | y@base         | y3    | y3 y2 y1       | x2
        DEPENDENCY | down    | y@base         | x3 y3 | y3 y2 y1       | x3
        DEPENDENCY | down    | x@base         | x3 y3 | x3             | y3
        ROOTS      | up      | left@+1        |       | a1             | a1
        ROOTS      | up      | left@+1        | b2    | a1             | a1 b2
        ROOTS      | down    | left@base      | a2 b2 | a2 a1          | b2
        ROOTS      | down    | base           | a2 b1 | b1 a2 a1       |
        LEAF       | up      | head           |       | x1 x2 y1 y2    | y2
        LEAF       | up      | x@head         |       | x1 x2          | x2
        CRISS_CROSS | down   | b1             | a3 b2 | b2             | a3
        CRISS_CROSS | down   | a2             | a3 b2 | a3             | b2
        DEPENDENT_MERGED | down | a1      | m     | m              | b1
        DEPENDENT_MERGED | up   | m       |       | a1 b1 m        | m
        ONE_SIDED  | up      | d1             | d2 b1 | c1 d1          | d1 d2
        ONE_SIDED  | down    | b1             | d1 d2 | d1 c1          | b1 d2
        TWINS      | up      | c1             | d2    | c1             | c1 d2
        TWINS      | up      | d2             | b3    | b1 b2 c2 d2    | d2
        TWINS      | down    | c2             | c1 d2 | d2             | c1 c2
        IMPLIED    | up      | b3             |       | a1 b1 b2 b3    | b3
        """)
    void moves(
            Shape shape,
            String direction,
            String words,
            @Nullable String rows,
            @Nullable String steps,
            @Nullable String rowsAfter) {
        RevisionGraph revisions = shape.graph();
        Applied applied = Applied.of(revisions, words(rows));

        Plan plan = plan(revisions, direction, applied, words);

        assertThat(plan.revisions().stream().map(Revision::id)).containsExactlyElementsOf(words(steps));
        assertThat(plan.rowsAfter()).containsExactlyElementsOf(words(rowsAfter));
        assertThat(plan.rowsBefore()).containsExactlyInAnyOrderElementsOf(words(rows));
        assertThat(plan.reason()).isEmpty();
        assertThat(plan.steps().getFirst().rowsBefore()).isEqualTo(plan.rowsBefore());
        assertThat(plan.steps().getLast().rowsAfter()).isEqualTo(plan.rowsAfter());
        assertThat(plan.steps()).allSatisfy(step -> assertThat(step.direction()).isEqualTo(plan.direction()));
    }

    @ParameterizedTest(name = "{0}: {1} {2} on {3}")
    @CsvSource(delimiter = '|', textBlock = """
        LINEAR     | up   | b2         | d4    | b2 is applied already
        LINEAR     | up   | b2 head    | e5    | b2 and e5 are applied already
        LINEAR     | up   | base       | d4    | base is below all revisions
        LINEAR     | up   | c3-3       | d4    | base is below all revisions
        EMPTY      | up   | head       |       | there are no revisions yet
        EMPTY      | up   | heads      |       | there are no revisions yet
        LINEAR     | down | base       |       | nothing is applied
        LINEAR     | down | d4         | d4    | nothing above d4 is applied
        LINEAR     | down | head       | e5    | nothing above e5 is applied
        LINEAR     | down | current    | b2    | nothing above b2 is applied
        FORK       | down | left@b     | d2    | nothing above b is applied on branch left
        ROOTS      | down | left@base  | b2    | nothing on branch left is applied
        DEPENDENCY | down | x@base     | y3    | other branches need all that is applied on branch x
        """)
    void doesNothing(Shape shape, String direction, String words, @Nullable String rows, String reason) {
        RevisionGraph revisions = shape.graph();

        Plan plan = plan(revisions, direction, Applied.of(revisions, words(rows)), words);

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.reason()).isEqualTo(reason);
        assertThat(plan.rowsAfter()).isEqualTo(plan.rowsBefore());
    }

    @ParameterizedTest(name = "{0}: {1} {2} on {3}")
    @CsvSource(delimiter = '|', textBlock = """
        LINEAR     | up   | +1        | e5    | TARGET_TOO_FAR | there are 0 revisions above e5 | this is where the history ends: migrate revision -m "..." makes it longer
        LINEAR     | up   | +3        | c3    | TARGET_TOO_FAR | there are only 2 revisions above c3, not 3 | say "+2" to go as far as that
        LINEAR     | up   | +2        | d4    | TARGET_TOO_FAR | there is only 1 revision above d4, not 2 | say "+1" to go as far as that
        LINEAR     | up   | head+1    | a1    | TARGET_TOO_FAR | there are 0 revisions above e5 | this is where the history ends: migrate revision -m "..." makes it longer
        LINEAR     | up   | +6        |       | TARGET_TOO_FAR | there are only 5 revisions above base, not 6 | say "+5" to go as far as that
        LINEAR     | up   | -1        | c3    | TARGET_DIRECTION | an upgrade goes up, and "-1" goes down | say "+1", or: migrate downgrade -1
        LINEAR     | up   | base-1    |       | TARGET_TOO_FAR | "base-1" goes below base: nothing is below base | say "base" for the place below all revisions
        LINEAR     | down | -6        | e5    | TARGET_TOO_FAR | "-6" goes too far: only 5 revisions can be taken back, not 6 | say "-5" to take back all of them
        LINEAR     | down | -1        |       | TARGET_TOO_FAR | nothing is applied, so "-1" has nothing to take back | migrate upgrade applies revisions
        LINEAR     | down | c3-4      | e5    | TARGET_TOO_FAR | "c3-4" goes below base: there are only 2 revisions below c3 | say "base" for the place below all revisions
        LINEAR     | down | c3        | b2    | TARGET_NOT_APPLIED | c3 is not applied | the database is at b2
        LINEAR     | down | head      | b2    | TARGET_NOT_APPLIED | e5 is not applied | the database is at b2
        LINEAR     | down | c3        |       | TARGET_NOT_APPLIED | c3 is not applied | nothing is applied
        LINEAR     | down | +1        | b2    | TARGET_DIRECTION | a downgrade goes down, and "+1" goes up | say "-1", or: migrate upgrade +1
        LINEAR     | down | heads     | e5    | TARGET_DIRECTION | a downgrade has one target, and "heads" may be several revisions | name the revision that shall stay
        LINEAR     | up   | zz        |       | TARGET_UNKNOWN | no revision and no branch label begins with "zz" | migrate history lists the revisions
        LINEAR     | up   | heda      |       | TARGET_UNKNOWN | no revision and no branch label begins with "heda" | did you mean "head"?
        LINEAR     | up   | b3        |       | TARGET_UNKNOWN | no revision and no branch label begins with "b3" | did you mean "b2" or "c3"?
        EMPTY      | up   | head+1    |       | TARGET_UNKNOWN | there are no revisions yet | migrate revision -m "what it does" makes the first one
        EMPTY      | up   | +1        |       | TARGET_TOO_FAR | there are 0 revisions above base | this is where the history ends: migrate revision -m "..." makes it longer
        FORK       | up   | head      | b     | TARGET_AMBIGUOUS | "head" is ambiguous: there are 2 heads, d1 and d2 | say "left@head" or "right@head" / say "heads" for all of them
        FORK       | up   | b@head    |       | TARGET_AMBIGUOUS | "b@head" is ambiguous: there are 2 heads on branch b, d1 and d2 | say "left@head" or "right@head" / say "b@heads" for all of them
        FORK       | up   | +1        | b     | TARGET_AMBIGUOUS | "+1" is ambiguous: b has 2 children, c1 and c2 | say "left@+1" or "right@+1"
        FORK       | up   | +3        |       | TARGET_AMBIGUOUS | "+3" is ambiguous: b has 2 children, c1 and c2 | say "left@+3" or "right@+3"
        FORK       | up   | b+1       | b     | TARGET_AMBIGUOUS | "b+1" is ambiguous: b has 2 children, c1 and c2 | say "left@b+1" or "right@b+1"
        FORK       | up   | +1        | c1 c2 | TARGET_AMBIGUOUS | "+1" is ambiguous: the database has 2 rows, c1 and c2 | say "left@+1" or "right@+1"
        FORK       | up   | +1        | d1 d2 | TARGET_TOO_FAR | there are 0 revisions above d1 and d2 | this line ends there; other branches may go on: migrate upgrade heads
        FORK       | up   | left@+1   | d1    | TARGET_TOO_FAR | there are 0 revisions above d1 on branch left | this line ends there; other branches may go on: migrate upgrade heads
        FORK       | up   | left@c2   | b     | TARGET_OFF_BRANCH | c2 is on branch right, not on left | leave out "left@"
        FORK       | up   | left@-1   | d1    | TARGET_DIRECTION | an upgrade goes up, and "left@-1" goes down | say "left@+1", or: migrate downgrade left@-1
        FORK       | up   | lift@head | b     | TARGET_UNKNOWN | no revision and no branch label begins with "lift" | did you mean "left"?
        FORK       | up   | c         | b     | TARGET_AMBIGUOUS | "c" is the beginning of c1 and c2 | type as much of it as makes it unique
        FORK       | up   | current   | c1 c2 | TARGET_AMBIGUOUS | "current" is ambiguous: the database has 2 rows, c1 and c2 | say "left@current" or "right@current"
        FORK       | up   | heads-1   | a     | TARGET_NOT_ONE | "heads-1" starts from 2 revisions, d1 and d2, and one is wanted | name one of them
        FORK       | down | -1        | d1 d2 | TARGET_AMBIGUOUS | "-1" is ambiguous: the database has 2 rows, d1 and d2 | say "left@-1" or "right@-1"
        FORK       | down | left@-3   | d1 d2 | TARGET_LEAVES_BRANCH | "left@-3" would take back b, and with it c2 and d2 on branch right | say "a" to take back all that is above a
        FORK       | down | left@-5   | d1    | TARGET_TOO_FAR | "left@-5" goes too far: only 4 revisions on branch left can be taken back, not 5 | say "left@-4" to take back all of them
        FORK       | down | left@c2   | d1 d2 | TARGET_OFF_BRANCH | c2 is on branch right, not on left | leave out "left@"
        FORK       | down | b@-1      | d1 d2 | TARGET_AMBIGUOUS | "b@-1" is ambiguous: branch b has 2 topmost applied revisions, d1 and d2 | say "left@-1" or "right@-1"
        FORK       | down | left@+1   | d1    | TARGET_DIRECTION | a downgrade goes down, and "left@+1" goes up | say "left@-1", or: migrate upgrade left@+1
        FORK       | down | left@head | c1    | TARGET_NOT_APPLIED | d1 is not applied | the database is at c1
        BARE       | up   | head      | b     | TARGET_AMBIGUOUS | "head" is ambiguous: there are 2 heads, d1 and d2 | say "d1" or "d2" / say "heads" for all of them
        BARE       | up   | +1        | b     | TARGET_AMBIGUOUS | "+1" is ambiguous: b has 2 children, c1 and c2 | say "c1@+1" or "c2@+1"
        BARE       | up   | c1@d2     | b     | TARGET_OFF_BRANCH | d2 does not lie on branch c1 | leave out "c1@"
        DIAMOND    | up   | +1        | a     | TARGET_AMBIGUOUS | "+1" is ambiguous: a has 2 children, b1 and b2 | say "left@+1" or "right@+1"
        DIAMOND    | up   | m-1       | a     | TARGET_AMBIGUOUS | "m-1" is ambiguous: m merges b1 and b2 | say "left@m-1" or "right@m-1"
        DIAMOND    | down | -2        | m     | TARGET_AMBIGUOUS | "-2" is ambiguous: after 1 step there are 2 rows, b1 and b2 | say "left@-2" or "right@-2"
        DEPENDENCY | up   | +1        | y3    | TARGET_TOO_FAR | there are 0 revisions above y3 | this line ends there; other branches may go on: migrate upgrade heads
        DEPENDENCY | down | x@-1      | y3    | TARGET_LEAVES_BRANCH | "x@-1" would take back x2, and with it y2 and y3 on branch y | say "x1" to take back all that is above x1
        DEPENDENCY | down | x@-1      | y1    | TARGET_TOO_FAR | nothing on branch x is applied, so "x@-1" has nothing to take back | the database is at y1
        ROOTS      | up   | +1        |       | TARGET_AMBIGUOUS | "+1" is ambiguous: there are 2 bases, a1 and b1 | say "left@+1" or "b1@+1"
        LEAF       | down | x@-2      | y2    | TARGET_LEAVES_BRANCH | "x@-2" would take back x2, and with it y2, which does not lie on branch x | say "x1" to take back all that is above x1
        """)
    void refuses(
            Shape shape,
            String direction,
            String words,
            @Nullable String rows,
            Code code,
            String message,
            @Nullable String hints) {
        RevisionGraph revisions = shape.graph();
        Applied applied = Applied.of(revisions, words(rows));

        Diagnostic problem = problem(() -> plan(revisions, direction, applied, words));

        assertThat(problem.message()).isEqualTo(message);
        assertThat(String.join(" / ", problem.hints())).isEqualTo(hints == null ? "" : hints);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.code().exit()).isEqualTo(Exit.USAGE);
        assertThat(problem.span().source().text()).isEqualTo(words);
        assertThat(words).contains(problem.span().text());
    }

    @Test
    void upgradesToTheUnionOfSeveralTargets() {
        RevisionGraph fork = Shape.FORK.graph();

        Plan plan = plan(fork, "up", Applied.none(fork), "left@head right@head");

        assertThat(plan.revisions()).hasToString("[a, b, c1, d1, c2, d2]");
        assertThat(plan.rowsAfter()).containsExactly("d1", "d2");
    }

    @Test
    void tellsWhatBecomesOfEachRow() {
        RevisionGraph diamond = Shape.DIAMOND.graph();

        Plan up = plan(diamond, "up", Applied.of(diamond, List.of("b1")), "m");
        Plan down = plan(diamond, "down", Applied.of(diamond, List.of("m")), "base");

        assertThat(up.steps().stream().map(Step::changes))
                .containsExactly(
                        List.of(new RowChange.Insert("b2")),
                        List.of(new RowChange.Delete("b2"), new RowChange.Update("b1", "m")));
        assertThat(down.steps().stream().map(Step::changes))
                .containsExactly(
                        List.of(new RowChange.Update("m", "b1"), new RowChange.Insert("b2")),
                        List.of(new RowChange.Delete("b2")),
                        List.of(new RowChange.Update("b1", "a")),
                        List.of(new RowChange.Delete("a")));
        assertThat(down.steps().stream().map(Step::rowsAfter))
                .map(List::copyOf)
                .containsExactly(List.of("b1", "b2"), List.of("b1"), List.of("a"), List.of());
    }

    @Test
    void takesRowsAwayThatOtherRowsNeed() {
        RevisionGraph dependency = Shape.DEPENDENCY.graph();
        Applied applied = Applied.of(dependency, List.of("x2", "y3"));

        Plan up = plan(dependency, "up", applied, "x3");
        Plan down = plan(dependency, "down", applied, "y1");

        assertThat(up.rowsBefore()).containsExactly("x2", "y3");
        assertThat(up.steps().getFirst().changes()).containsExactly(new RowChange.Update("x2", "x3"));
        assertThat(down.steps().stream().map(Step::changes))
                .containsExactly(
                        List.of(new RowChange.Delete("y3"), new RowChange.Update("x2", "y2")),
                        List.of(new RowChange.Update("y2", "y1"), new RowChange.Insert("x2")));
    }

    @Test
    void plansNothingFromRowsThatNoFileHas() {
        RevisionGraph linear = Shape.LINEAR.graph();
        Applied applied = Applied.of(linear, List.of("gone", "b2", "lost"));

        DiagnosticException thrown = assertThrows(DiagnosticException.class, () -> plan(linear, "up", applied, "head"));

        assertThat(thrown.diagnostics().stream().map(Diagnostic::message))
                .containsExactly(
                        "the database is at revision \"gone\", which no file has",
                        "the database is at revision \"lost\", which no file has");
        assertThat(thrown.exit()).isEqualTo(Exit.HISTORY);
        assertThat(applied.unknown()).containsExactly("gone", "lost");
        assertThat(applied.revisions()).hasToString("[a1, b2]");
        assertThat(applied.pending()).hasToString("[c3, d4, e5]");
    }

    @Test
    void plansNothingWhereAScriptStoppedInTheMiddle() {
        RevisionGraph fork = graph("a -> b", "b -> c1", "b -> c2");
        Applied applied = Applied.of(fork, List.of("c1", PartialMarker.row("c2")));

        Diagnostic problem = problem(() -> plan(fork, "up", applied, "heads"));

        assertThat(problem.message())
                .isEqualTo("a script of SQL that somebody ran stopped in the middle of revision \"c2\"");
        assertThat(problem.hints()).last().asString().contains("migrate stamp --purge c2 c1");
    }

    @Test
    void listsFiveAndCountsTheRest() {
        RevisionGraph comb =
                graph("r -> a1", "r -> a2", "r -> a3", "r -> a4", "r -> a5", "r -> a6", "r -> a7", "a3 labelled third");
        Applied applied = Applied.none(comb);

        Diagnostic heads = problem(() -> plan(comb, "up", applied, "head"));
        Diagnostic prefix = problem(() -> plan(comb, "up", applied, "a"));

        assertThat(heads.message())
                .isEqualTo("\"head\" is ambiguous: there are 7 heads, a1, a2, a3, a4, a5 and 2 more");
        assertThat(heads.hints().getFirst())
                .isEqualTo("say \"a1\", \"a2\", \"third@head\", \"a4\" or \"a5\", and so on");
        assertThat(prefix.message()).isEqualTo("\"a\" is the beginning of a1, a2, a3, a4, a5 and 2 more");
    }

    private static Plan plan(RevisionGraph graph, String direction, Applied applied, String words) {
        return direction.equals("up")
                ? Planner.upgrade(graph, applied, targets(words))
                : Planner.downgrade(graph, applied, Target.parse(words));
    }

    static List<Target> targets(@Nullable String words) {
        return words(words).stream().map(Target::parse).toList();
    }

    static List<String> words(@Nullable String words) {
        return words == null || words.isBlank()
                ? List.of()
                : List.of(words.strip().split(" +", -1));
    }

    private static Diagnostic problem(org.junit.jupiter.api.function.Executable action) {
        DiagnosticException thrown = assertThrows(DiagnosticException.class, action);
        assertThat(thrown.diagnostics()).hasSize(1);
        return thrown.diagnostics().getFirst();
    }
}
