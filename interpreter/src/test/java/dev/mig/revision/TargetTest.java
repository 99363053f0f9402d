package dev.mig.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            head           |      | HEAD head      |  0
            heads          |      | HEADS heads    |  0
            base           |      | BASE base      |  0
            current        |      | CURRENT current |  0
            ae10           |      | NAME ae10      |  0
            v1.2_x         |      | NAME v1.2_x    |  0
            1              |      | NAME 1         |  0
            +2             |      |                |  2
            -1             |      |                | -1
            ae10+2         |      | NAME ae10      |  2
            v1.2-3         |      | NAME v1.2      | -3
            left@head      | left | HEAD head      |  0
            left@-1        | left |                | -1
            left@base+2    | left | BASE base      |  2
            '  left@+12 '  | left |                | 12
            headless       |      | NAME headless  |  0
            """)
    void takesWordsApart(String word, @Nullable String branch, @Nullable String absolute, int offset) {
        Target target = Target.parse(word);

        assertThat(Objects.toString(target.branch(), null)).isEqualTo(branch);
        Target.Absolute middle = target.absolute();
        assertThat(middle == null ? null : middle.kind() + " " + middle.ref()).isEqualTo(absolute);
        assertThat(target.offset()).isEqualTo(offset);
        assertThat(target).hasToString(word.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''             | 0-0   | a target is missing
            '   '          | 0-3   | a target is missing
            b2+1junk       | 4-5   | "j" cannot stand here in a target
            a+1-1          | 3-4   | "-" cannot stand here in a target
            a1 b2          | 2-3   | a blank cannot stand here in a target
            left @head     | 4-5   | a blank cannot stand here in a target
            + 1            | 1-2   | a blank cannot stand here in a target
            @head          | 0-1   | no branch stands before the @
            left@          | 0-5   | nothing follows the @
            left@@head     | 5-6   | "@" cannot stand here in a target
            head@a1        | 0-4   | "head" is no branch
            a:b            | 1-2   | ":" cannot stand here in a target
            é+1            | 0-1   | "é" cannot stand here in a target
            🐘+1           | 0-2   | "🐘" cannot stand here in a target
            a1+            | 2-3   | a number must follow the +
            -              | 0-1   | a number must follow the -
            +0             | 0-2   | a relative move counts from 1
            a1-00          | 2-5   | a relative move counts from 1
            +1234567890    | 0-11  | no history is as long as that
            a--1           | 2-3   | "-" cannot stand here in a target
            """)
    void pointsAtWhatDoesNotBelong(String word, String place, String message) {
        Diagnostic problem = problem(() -> Target.parse(word));

        Span span = problem.span();
        assertThat(problem.message()).isEqualTo(message);
        assertThat(span.start() + "-" + span.end()).isEqualTo(place);
        assertThat(span.source().text()).isEqualTo(word);
        assertThat(span.source().name()).isEqualTo("target");
        assertThat(problem.code()).isEqualTo(Code.TARGET_WORD);
        assertThat(problem.hints()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a1:b2      | a1  | b2
            ' a1 : b2 '| a1  | b2
            -3:        | -3  |
            :+2        |     | +2
            :          |     |
            """)
    void takesRangesApart(String word, @Nullable String from, @Nullable String to) {
        Range range = Range.parse(word);

        assertThat(Objects.toString(range.from(), null)).isEqualTo(from);
        assertThat(Objects.toString(range.to(), null)).isEqualTo(to);
    }

    @Test
    void aRangeHasOneColon() {
        Diagnostic none = problem(() -> Range.parse("a1"));
        Diagnostic two = problem(() -> Range.parse("a1:b2:c3"));

        assertThat(none.message()).isEqualTo("a range needs a colon between its ends, and \"a1\" has none");
        assertThat(none.hints()).containsExactly("say \"a1:\" for what follows it, or \":a1\" for what leads to it");
        assertThat(two.span().start()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"current", "current-1", "left@current", "+1", "left@-2"})
    void knowsThatItDependsOnTheDatabase(String word) {
        assertThat(Target.parse(word).dependsOnApplied()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-3:, false", ":+2, false", "a1:+2, false", "-3:current, true", "+1:, true", ":-1, true", "a1:b2, false"
    })
    void aRangeDependsOnTheDatabaseUnlessItCountsFromItsOtherEnd(String word, boolean depends) {
        assertThat(Range.parse(word).dependsOnApplied()).isEqualTo(depends);
    }

    private static Diagnostic problem(org.junit.jupiter.api.function.Executable action) {
        return assertThrows(DiagnosticException.class, action).diagnostics().getFirst();
    }
}
