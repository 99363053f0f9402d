package dev.mig.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.syntax.HeaderReader.Style;
import dev.mig.syntax.tree.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HeaderReaderTest {
    private static final String LINES = """
            revision  3b1f.0_A 'it''s'
            revises   a1, b2
            branch    Left
            depends on c3 , d4
            timeout   statement 2min lock 500ms
            created   2026-11-23T10:15:00Z
            """;

    private static Parsed<Header> read(String text, Style style) {
        return HeaderReader.read(new Source("x", text), style);
    }

    private static String whole(Style style) {
        return switch (style) {
            case MIG -> "-- a comment\n\n" + LINES + "\n/* another */\nupgrade {\n  drop table t\n}\n";
            case JAVASCRIPT ->
                LINES.replaceAll("(?m)^", "// ") + "// and a comment\n\nexport function upgrade(op) {}\n";
            case SQL -> LINES.replaceAll("(?m)^", "-- ") + "-- upgrade\ncreate table t (a int);\n-- downgrade\n";
        };
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameInEveryKindOfFile(Style style) {
        Header header = read(whole(style), style).orThrow();

        assertThat(header.id().text()).isEqualTo("3b1f.0_A");
        assertThat(header.message()).isEqualTo("it's");
        assertThat(header.revises()).extracting(Header.Ref::text).containsExactly("a1", "b2");
        assertThat(header.branches()).extracting(Header.Ref::text).containsExactly("Left");
        assertThat(header.dependsOn()).extracting(Header.Ref::text).containsExactly("c3", "d4");
        assertThat(header.timeouts()).isEqualTo(new Header.Timeouts(Duration.ofMillis(500), Duration.ofMinutes(2)));
        assertThat(header.created()).isEqualTo(Instant.parse("2026-11-23T10:15:00Z"));
        assertThat(header.id().span().text()).isEqualTo("3b1f.0_A");
        assertThat(header.span().text()).startsWith("revision").endsWith("10:15:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void aBeginningThatHoldsTheHeaderIsEnoughAndOneThatMayNotSaysSo(Style style) {
        String text = whole(style);
        Header header = read(text, style).orThrow();
        boolean enough = false;
        for (int length = 0; length <= text.length(); length++) {
            Source beginning = new Source("x", text.substring(0, length));
            Optional<Parsed<Header>> read = HeaderReader.readBeginning(beginning, style);
            if (read.isPresent()) {
                assertThat(Spanless.of(read.get().orThrow())).isEqualTo(Spanless.of(header));
            }
            assertThat(enough && read.isEmpty()).as("%s, %s", style, length).isFalse();
            enough = read.isPresent();
        }
        assertThat(enough).isTrue();
    }

    @Test
    void proseInTheFirstCommentsIsNoHeader() {
        Header header = read("""
                        /*
                         * Copyright of somebody. Branches of a tree.
                         * revision of the old script
                         * created by hand, depends on nothing
                         *
                         * revision 5c0de1f0aa10 'loyalty points'
                         * revises  3b1f0c2a9d4e
                         * based on what the shop said
                         */
                        // and more
                        export const downgrade = 'auto'
                        """, Style.JAVASCRIPT).orThrow();

        assertThat(header.id().text()).isEqualTo("5c0de1f0aa10");
        assertThat(header.revises()).hasSize(1);
        assertThat(header.created()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            // revison a1 'x'               | HEADER_WORD      | revison   | did you mean "revision"?
            // revision a1                  |                  |           |
            // revision a1/// revises a b   | HEADER_LINE      | b         | revises a, b
            // revision a1/// revisess b1   | HEADER_WORD      | revisess  | did you mean "revises"?
            // nothing of ours              | REVISION_MISSING | /         | begin it with: // revision 3b1f0c2a9d4e 'what it does'
            // revision a1 "x y"            | HEADER_LINE      | "x y"     | revision a1 'x y'
            // revises b1/// revision a1    | HEADER_LINE      | revision  | move it to the top
            """)
    void mistakesInCommentsAreFound(String text, String code, String at, String hint) {
        assertFound(
                read(text.replace("///", "\n//") + "\nlet x", Style.JAVASCRIPT).diagnostics(), code, at, hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            revision a1                                        |                  |           |
            REVISION a1 'x'/Revises BASE                       |                  |           |
            revision a1/created 2026-11-23 10:15:00+02         |                  |           |
            revison a1                                         | HEADER_WORD      | revison   | did you mean "revision"?
            revision a1/revise b1                              | HEADER_WORD      | revise    | did you mean "revises"?
            revision a1/author me                              | HEADER_WORD      | author    | header lines begin with revision, revises, branch, depends on, timeout or created; what is to be done stands in upgrade { }
            revises b1                                         | REVISION_MISSING | revises b1 | begin it with: revision 3b1f0c2a9d4e 'what it does'
            revision                                           | HEADER_LINE      |           | revision 3b1f0c2a9d4e 'what it does'
            revision a-1                                       | REVISION_ID      | a-1       | a_1
            revision häd                                       | REVISION_ID      | häd       | h_d
            revision head                                      | REVISION_ID      | head      | write the full id of the revision; "migrate heads" lists those that are last
            revision a1/branch current                         | REVISION_ID      | current   | write the full id of the revision; "migrate heads" lists those that are last
            revision a1/revises b1, base                       | REVISION_ID      | base      | "revises base" stands alone, and makes a root
            revision a1 'x                                     | UNCLOSED         | 'x        | revision a1 'x'
            revision a1 add orders                             | HEADER_LINE      | add orders | revision a1 'add orders'
            revision a1 "add orders"                           | HEADER_LINE      | "add orders" | revision a1 'add orders'
            revision a1 'it's'                                 | HEADER_LINE      | s'        | revision a1 'it''s'
            revision a1/revises b1 c1                          | HEADER_LINE      | c1        | revises b1, c1
            revision a1/revises b1,                            | HEADER_LINE      |           | revises b1
            revision a1/revises b1 'x'                         | HEADER_LINE      | 'x'       | revision ID 'x'
            revision a1/revises b1, b1                         | HEADER_TWICE     | b1        | leave one of them out
            revision a1/revises b1/revises c1                  | HEADER_TWICE     | revises   | one line takes several, with commas between them
            revision a1/depends b1                             | HEADER_LINE      | b1        | depends on b1
            revision a1/timeout 5s                             | HEADER_LINE      | 5s        | timeout lock 5s statement 2min
            revision a1/timeout lock 5                         | DURATION         | 5         | timeout lock 5s
            revision a1/timeout lock 0s                        | DURATION         | 0s        | timeout lock 5s
            revision a1/timeout lock 5 s                       | DURATION         | 5         | timeout lock 5s
            revision a1/timeout lock 5s lock 6s                | HEADER_TWICE     | lock      | leave one of them out
            revision a1/created yesterday                      | TIMESTAMP        | yesterday | created 2026-11-23T10:15:00Z
            revision a1/created 2026-02-30T00:00:00Z           | TIMESTAMP        | 2026-02-30T00:00:00Z | created 2026-11-23T10:15:00Z
            revises b1/revision a1                             | HEADER_LINE      | revision  | move it to the top
            """)
    void mistakesAreFound(String text, String code, String at, String hint) {
        assertFound(read(text.replace("/", "\n") + "\nupgrade { }", Style.MIG).diagnostics(), code, at, hint);
    }

    private static void assertFound(List<Diagnostic> found, String code, String at, String hint) {
        if (code == null) {
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found).extracting(Diagnostic::code).containsExactly(Code.valueOf(code));
        assertThat(found.getFirst().span().text()).isEqualTo(at == null ? "" : at);
        assertThat(found.getFirst().hints().getFirst()).isEqualTo(hint);
    }

    @Test
    void anIdHasAtMost64Characters() {
        assertThat(read("revision " + "a".repeat(64) + "\nupgrade {", Style.MIG).tree())
                .isNotNull();
        assertThat(read("revision " + "a".repeat(65) + "\nupgrade {", Style.MIG).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.REVISION_ID);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-23T00:00:00Z",
        "2026-11-23T10:15, 2026-11-23T10:15:00Z",
        "2026-11-23T10:15:30.123456789Z, 2026-11-23T10:15:30.123456789Z",
        "2026-11-23t10:15:30+05:30, 2026-11-23T04:45:30Z",
        "2026-11-23T10:15:30-0800, 2026-11-23T18:15:30Z",
        "2026-11-23T24:00:00Z,",
        "2026-11-23T10:15:30Zulu,",
        "2026-11-23T10,",
        "2026-11-23T10:15:30+99:00,",
        "26-11-23,",
        "2026,",
    })
    void momentsAreIso8601(String written, Instant moment) {
        assertThat(TimeLiterals.instant(written)).isEqualTo(moment);
    }

    @Test
    void tellsTwentyOfManyMistakesAndCountsTheOthers() {
        Source source = new Source("a.mig", "revision a\n" + "author bob\n".repeat(5_000) + "upgrade {\n}\n");

        List<Diagnostic> found =
                HeaderReader.read(source, HeaderReader.Style.MIG).diagnostics();

        assertThat(found).hasSize(21);
        assertThat(found.getLast().message()).isEqualTo("… and 4980 more from here on");
    }
}
