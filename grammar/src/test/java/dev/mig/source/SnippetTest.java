package dev.mig.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {
    @Test
    void showsFactPlaceAndRemedy() {
        Source source = new Source(
                "migrations/20261123_3b1f0c2a9d4e_add_orders.mig",
                "revision a\n\nupgrade {\n\nalter table users {\n  rename column emial to email\n}\n}\n");
        assertThat(plain(Diagnostic.error(
                        Code.COLUMN_UNKNOWN,
                        at(source, "emial"),
                        "column \"emial\" does not exist on table users",
                        "did you mean \"email_address\"? the columns are id, name, email_address")))
                .isEqualTo("""
                        error[MIG-104]: column "emial" does not exist on table users
                          ┌ migrations/20261123_3b1f0c2a9d4e_add_orders.mig:6:17
                        6 │   rename column emial to email
                          │                 ━━━━━
                          = help: did you mean "email_address"? the columns are id, name, email_address""");
    }

    @Test
    void withoutPlaceDrawsNoSnippet() {
        assertThat(plain(Diagnostic.warning(Code.SYNTAX, Span.none(), "nothing to do", "type more", "or less")))
                .isEqualTo("""
                        warning[MIG-001]: nothing to do
                          = help: type more
                          = help: or less""");
    }

    @Test
    void relatedPlacesHaveSnippetsOfTheirOwnAndShareTheGutter() {
        Source first = new Source("a.mig", "revision ae10 'one'");
        Source second = new Source("b.mig", "\n".repeat(99) + "revision ae10 'two'");
        Diagnostic twice = Diagnostic.error(
                        Code.REVISION_TWICE, at(second, "ae10"), "revision \"ae10\" is defined twice")
                .withRelated(List.of(
                        new Diagnostic.Related(at(first, "ae10"), "first defined here"),
                        new Diagnostic.Related(Span.none(), "and in the version table")))
                .withHint("rename one:\n  revision ae11 'two'");
        assertThat(plain(twice)).isEqualTo("""
                        error[MIG-201]: revision "ae10" is defined twice
                            ┌ b.mig:100:10
                        100 │ revision ae10 'two'
                            │          ━━━━
                            ┌ a.mig:1:10
                          1 │ revision ae10 'one'
                            │          ━━━━ first defined here
                            = note: and in the version table
                            = help: rename one:
                                      revision ae11 'two'""");
    }

    @Test
    void tabsAreExpanded() {
        assertThat(lines("\tab\tcdef gh", "gh")).containsExactly("1 │     ab  cdef gh", "  │              ━━");
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(lines("ab 名前 text 🎉 x", "前")).containsExactly("1 │ ab 名前 text 🎉 x", "  │      ━━");
        assertThat(lines("ab 名前 text 🎉 z", "z")).containsExactly("1 │ ab 名前 text 🎉 z", "  │                 ━");
    }

    @Test
    void combiningMarksTakeNone() {
        assertThat(lines("ame\u0301lie x", "x")).containsExactly("1 │ ame\u0301lie x", "  │        ━");
        assertThat(lines("ame\u0301lie x", "\u0301l")).containsExactly("1 │ ame\u0301lie x", "  │   ━━");
    }

    @Test
    void controlCharactersAreMadeVisible() {
        assertThat(lines("a\u0000b\u001b[31mc\u202ed x", "x"))
                .containsExactly("1 │ a␀b␛[31mc<U+202E>d x", "  │                    ━");
        assertThat(plain(Diagnostic.error(Code.SYNTAX, Span.none(), "unknown \u001b[2J word")))
                .isEqualTo("error[MIG-001]: unknown ␛[2J word");
    }

    @Test
    void halfASurrogatePairIsMadeVisible() {
        assertThat(lines("a\ud83cb x", "x")).containsExactly("1 │ a<U+D83C>b x", "  │            ━");
    }

    @Test
    void aStretchOverSeveralLinesIsMarkedOnItsFirst() {
        Source source = new Source("a.mig", "x = \"\"\"\n select\n\"\"\"\ny");
        assertThat(drawn(source.span(4, 18))).containsExactly("  ┌ a.mig:1:5", "1 │ x = \"\"\"", "  │     ━━━");
    }

    @Test
    void aPlaceBetweenTwoCharactersHasOneMark() {
        Source source = new Source("a.mig", "drop table");
        assertThat(drawn(source.span(10, 10))).containsExactly("  ┌ a.mig:1:11", "1 │ drop table", "  │           ━");
        assertThat(drawn(source.span(5, 5))).containsExactly("  ┌ a.mig:1:6", "1 │ drop table", "  │      ━");
    }

    @Test
    void theEndOfAFileIsShownBelowItsLastLineWithText() {
        Source source = new Source("a.mig", "upgrade {\n\n");
        assertThat(drawn(source.span(11, 11))).containsExactly("  ┌ a.mig:3:1", "1 │ upgrade {", "3 │", "  │ ━");
    }

    @Test
    void anEmptyFileHasAPlaceToo() {
        assertThat(drawn(new Source("a.mig", "").span(0, 0))).containsExactly("  ┌ a.mig:1:1", "1 │", "  │ ━");
    }

    @Test
    void aStretchBeyondTheTextIsDrawnAtItsEnd() {
        Source source = new Source("a.mig", "ab");
        assertThat(drawn(source.span(7, 9))).containsExactly("  ┌ a.mig:1:3", "1 │ ab", "  │   ━");
    }

    @Test
    void aLongLineIsCutAroundTheStretch() {
        String row = "value, ".repeat(30);
        assertThat(lines(row + "oops " + row, "oops"))
                .containsExactly(
                        "1 │ …lue, value, value, value, value, value, oops value, value, value, value, value,"
                                + " value, value, valu…",
                        "  │                                          ━━━━");
        assertThat(lines(row + "oops", "oops"))
                .containsExactly(
                        "1 │ …lue, value, value, value, value, value, oops",
                        "  │                                          ━━━━");
    }

    @Test
    void aLongLineKeepsItsBeginningWhenTheStretchIsNearIt() {
        String row = "value, ".repeat(30);
        assertThat(lines("insert oops " + row, "oops"))
                .containsExactly(
                        "1 │ insert oops value, value, value, value, value, value, value, value, value, value,"
                                + " value, value, val…",
                        "  │        ━━━━");
    }

    @Test
    void aLineAsLongAsAFileIsCutToo() {
        String megabyte = "🎉".repeat(1 << 19);
        assertThat(lines(megabyte + "oops" + megabyte, "oops"))
                .containsExactly(
                        "1 │ …" + "🎉".repeat(20) + "oops" + "🎉".repeat(27) + "…", "  │  " + " ".repeat(40) + "━━━━");
    }

    @Test
    void aStretchLongerThanTheCutLineIsMarkedAsFarAsItShows() {
        assertThat(lines("x " + "a".repeat(300), "a".repeat(300)))
                .containsExactly("1 │ x " + "a".repeat(97) + "…", "  │   " + "━".repeat(97));
    }

    @Test
    void ansiColoursThePartsAndNothingElse() {
        Source source = new Source("a.mig", "drop tabel t");
        assertThat(Snippet.draw(
                        Diagnostic.error(Code.SYNTAX, at(source, "tabel"), "no statement", "drop table"), Palette.ANSI))
                .isEqualTo("""
                        \u001b[1;31merror[MIG-001]\u001b[0m\u001b[1m: no statement\u001b[0m
                        \u001b[34m  ┌ \u001b[0ma.mig:1:6
                        \u001b[34m1 │ \u001b[0mdrop tabel t
                        \u001b[34m  │ \u001b[0m\u001b[1;31m     ━━━━━\u001b[0m
                        \u001b[34m  = \u001b[0m\u001b[1;36mhelp:\u001b[0m drop table""");
    }

    private static List<String> lines(String text, String marked) {
        return drawn(at(new Source("a.mig", text), marked)).subList(1, 3);
    }

    /** The lines below the header. */
    private static List<String> drawn(Span span) {
        List<String> lines =
                plain(Diagnostic.error(Code.SYNTAX, span, "wrong")).lines().toList();
        return lines.subList(1, lines.size());
    }

    private static String plain(Diagnostic diagnostic) {
        return Snippet.draw(diagnostic, Palette.PLAIN);
    }

    private static Span at(Source source, String word) {
        int start = source.text().indexOf(word);
        return source.span(start, start + word.length());
    }

    @Test
    void cutsALineToPasteThatNobodyWouldRead() {
        Diagnostic diagnostic =
                Diagnostic.error(Code.SYNTAX, Span.none(), "x".repeat(5_000), "y".repeat(5_000) + "\nz");

        assertThat(Snippet.draw(diagnostic, Palette.PLAIN).lines())
                .allMatch(it -> it.length() < 2_100)
                .last()
                .asString()
                .endsWith("z");
    }
}
