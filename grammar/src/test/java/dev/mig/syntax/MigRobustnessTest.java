package dev.mig.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.syntax.tree.MigFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No text ends in anything but a tree or diagnostics, and the first diagnostic is near to what is wrong.
 *
 * <p>The limits of time only keep a test that hangs from hanging forever.
 */
@Timeout(120)
class MigRobustnessTest {
    /** Lines between a change and the first diagnostic of it, where that does not point at an opening. */
    private static final int NEAR = 2;

    static Stream<String> right() {
        return Samples.right();
    }

    @ParameterizedTest
    @MethodSource("right")
    void whatIsCutShortIsReportedAtTheCutOrAtWhatIsOpen(String text) {
        for (Token token : tokens(text)) {
            int cut = token.getStartIndex();
            Parsed<MigFile> parsed = Samples.parse(text.substring(0, cut));
            if (parsed.tree() == null) {
                Diagnostic first = parsed.diagnostics().getFirst();
                assertThat(isOpening(first) || lines(text, cut, first) <= NEAR)
                        .as(() -> "cut at " + cut + " of\n" + text + "\n" + Samples.drawn(parsed.diagnostics()))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("right")
    void whatLacksItsEndIsNeverTakenForWhole(String text) {
        int lastBrace = Math.max(text.lastIndexOf("\n}"), text.lastIndexOf(" }"));
        int downgrade = text.indexOf("\ndowngrade");
        int upgradeEnd = downgrade < 0 ? lastBrace : text.lastIndexOf('}', downgrade) - 1;
        for (Token token : tokens(text)) {
            int cut = token.getStartIndex();
            if (cut <= upgradeEnd) {
                assertThat(Samples.parse(text.substring(0, cut)).diagnostics())
                        .as("cut at %s of%n%s", cut, text)
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("right")
    void aTokenTooFewOrTooManyIsReportedNearby(String text) {
        List<Token> tokens = tokens(text);
        for (Token token : tokens) {
            int start = token.getStartIndex();
            int end = token.getStopIndex() + 1;
            String without = text.substring(0, start) + text.substring(end);
            String twice = text.substring(0, end) + " " + text.substring(start);
            for (String changed : List.of(without, twice)) {
                int at = changed.equals(twice) ? end : start;
                Parsed<MigFile> parsed = Samples.parse(changed);
                if (parsed.tree() == null) {
                    Diagnostic first = parsed.diagnostics().getFirst();
                    assertThat(isOpening(first) || lines(changed, at, first) <= NEAR)
                            .as(() -> "changed at " + new Source("", changed).line(at) + ": \"" + token.getText()
                                    + "\"\n" + Samples.drawn(parsed.diagnostics()))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void oneMissingBracketDoesNotHideTheMistakesBehindIt() {
        String text = """
                revision a
                upgrade {
                  create table t {
                    a decimal(12, 2) check (a > 0)
                    constraint u unique (a)
                  }
                  insert into t (a) values (1, (2)), (3, 4)
                  create index ix on t (a, (lower(b)))
                  sql { h2 ""\" select 1 ""\" }
                  drop tabel x
                }
                downgrade {
                  drop tabel y
                }
                """;
        for (Token token : tokens(text)) {
            boolean bracket =
                    "(){}".contains(token.getText()) && !token.getText().isEmpty();
            boolean first = token.getStartIndex() < text.indexOf("create");
            if (bracket && !first && token.getStartIndex() < text.indexOf("drop tabel x")) {
                String changed = text.substring(0, token.getStartIndex()) + text.substring(token.getStopIndex() + 1);
                assertThat(Samples.parse(changed).diagnostics().stream()
                                .filter(it -> it.code() == Code.MISSPELLED)
                                .map(it -> it.span().text()))
                        .as(() -> changed + Samples.drawn(Samples.parse(changed).diagnostics()))
                        .containsExactly("tabel", "tabel");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # opened and never closed                     | at
            drop table "a                                 | "a
            comment on table t 'x                         | 'x
            insert into t (a) values ('x)                 | 'x
            insert into t (a) values (1                   | (1
            insert into t (a) values (1, ((2)             | (1
            create table t { a int check (a }             | (a
            create table t { a text default (lower('x) }  | 'x
            create table t { a text default ("x) }        | "x
            sql ""\" select 1                             | ""\"
            create table t { a int                        | {
            drop table a /* why                           | /*
            update t set a = (b /* why                    | /* why
            """)
    void whatIsNeverClosedIsReportedWhereItOpens(String statement, String at) {
        String text = "revision a\nupgrade {\n  " + statement + "\n}\n";

        Diagnostic first = Samples.parse(text).diagnostics().getFirst();

        assertThat(first.code()).isEqualTo(Code.UNCLOSED);
        assertThat(first.span().start()).isEqualTo(text.indexOf(at, 22));
    }

    @Test
    void brackets100000DeepAreRead() {
        String expression = "(".repeat(100_000) + "1" + ")".repeat(100_000);
        String right = "revision a\nupgrade {\n  update t set a = " + expression + "\n}\n";
        assertThat(Samples.parse(right).diagnostics()).isEmpty();

        String open = "revision a\nupgrade {\n  update t set a = " + "(".repeat(100_000) + "\n  drop tabel x\n}\n";
        assertThat(Samples.parse(open).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.UNCLOSED, Code.MISSPELLED);
    }

    @Test
    void blocksNest32DeepAndNoDeeper() {
        assertThat(Samples.parse(nested(Mig.DEEPEST_BLOCK - 1)).diagnostics()).isEmpty();
        for (int depth : List.of(Mig.DEEPEST_BLOCK, 20_000)) {
            List<Diagnostic> found = Samples.parse(nested(depth)).diagnostics();
            assertThat(found).extracting(Diagnostic::code).containsExactly(Code.TOO_DEEP);
            assertThat(found.getFirst().span().line()).isEqualTo(Mig.DEEPEST_BLOCK + 2);
        }
    }

    private static String nested(int blocks) {
        return "revision a\nupgrade {\n" + "on h2 {\n".repeat(blocks) + "create table t { a int }\n"
                + "}\n".repeat(blocks) + "}\n";
    }

    @Test
    void bracesThatNeverCloseAreReportedHoweverMany() {
        assertThat(Samples.parse("revision a\nupgrade {\n" + "on h2 {\n".repeat(20_000))
                        .diagnostics())
                .isNotEmpty();
        assertThat(Samples.parse("revision a\nupgrade {\n" + "}\n".repeat(20_000))
                        .diagnostics())
                .isNotEmpty();
        assertThat(Samples.parse("{".repeat(20_000)).diagnostics()).isNotEmpty();
        assertThat(Samples.parse("revision a\nupgrade {\n" + "create table t {\n".repeat(20_000))
                        .diagnostics())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''",
                "'(",
                "\"",
                "\"\"\"",
                "(",
                "/*",
                "{ ",
                "}",
                "'x\n",
                "`",
                "a ",
                "drop tabel x\n",
                "--",
                "\0",
                "(((",
                "create table t (\n",
                "x\n",
                "(\n",
                "sql {\n",
                "a.",
                "- ",
                ";\n\n",
                "on h2 {\n}\n",
                "(1), "
            })
    void halfAMebibyteOfAnythingIsReadInTheEnd(String piece) {
        String text = "revision a\nupgrade {\n" + piece.repeat(512 * 1024 / piece.length()) + "\n}\n";

        assertThat(Samples.parse(text)).isNotNull();
    }

    @Test
    void noiseEndsInDiagnostics() {
        List<String> samples = Samples.right().toList();
        for (long seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            String text = mutated(samples.get(random.nextInt(samples.size())), random);
            Parsed<MigFile> parsed = Samples.parse(text);
            assertThat(parsed.tree() == null)
                    .as(text)
                    .isEqualTo(parsed.diagnostics().stream().anyMatch(Diagnostic::isError));
            assertThat(parsed.diagnostics())
                    .isSortedAccordingTo(
                            (a, b) -> Integer.compare(a.span().start(), b.span().start()));
            assertThat(Samples.drawn(parsed.diagnostics())).doesNotContain("mismatched", "extraneous", "viable");
        }
    }

    private static String mutated(String sample, Random random) {
        StringBuilder text = new StringBuilder(sample);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, piece(random));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(60))));
                default -> text.insert(at, (char) random.nextInt(0x3000));
            }
        }
        return text.toString();
    }

    private static String piece(Random random) {
        List<String> pieces = List.of(
                "'",
                "\"",
                "\"\"\"",
                "(",
                ")",
                "{",
                "}",
                "\n",
                ";",
                ",",
                "--",
                "/*",
                "*/",
                "`",
                "$",
                "${",
                "[]",
                "=",
                ".",
                "create table ",
                " if not exists ",
                "upgrade {",
                "downgrade auto",
                "\ud83d\ude00",
                "\ud83d",
                "\u0000",
                "\r");
        return pieces.get(random.nextInt(pieces.size()));
    }

    /** The tokens of the body, line ends aside. */
    private static List<Token> tokens(String text) {
        int start =
                HeaderReader.lines(new Source("", text), HeaderReader.Style.MIG).bodyStart();
        List<Token> tokens =
                new ArrayList<>(BodyLexer.lex(new Source("", text), start).tokens());
        tokens.removeIf(it -> it.getType() == MigLexer.NL || it.getType() == Token.EOF);
        return tokens;
    }

    private static boolean isOpening(Diagnostic diagnostic) {
        return diagnostic.code() == Code.UNCLOSED || diagnostic.code() == Code.UNOPENED;
    }

    private static int lines(String text, int at, Diagnostic diagnostic) {
        return Math.abs(new Source("", text).line(at) - diagnostic.span().line());
    }
}
