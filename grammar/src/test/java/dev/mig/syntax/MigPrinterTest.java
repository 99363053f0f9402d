package dev.mig.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.source.Palette;
import dev.mig.source.Snippet;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.print.MigPrinter;
import dev.mig.syntax.tree.MigFile;
import dev.mig.syntax.tree.MigSchema;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@code format/x.mig} formats to {@code format/x.formatted}; every valid sample keeps its meaning. */
class MigPrinterTest {
    private static final Path SOURCES = Path.of("src/test/resources/dev/mig/syntax");
    private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

    static Stream<Path> cases() {
        return files(SOURCES.resolve("format"), ".mig").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void formatsAsTheGoldenFileSays(Path mig) throws IOException {
        Path golden = formatted(mig);
        String formatted = format(read(mig));
        if (REWRITE) {
            Files.writeString(golden, formatted);
        }
        assertThat(golden).content().isEqualTo(formatted);
    }

    @Test
    void noGoldenFileIsOrphaned() {
        assertThat(files(SOURCES.resolve("format"), ".formatted"))
                .containsExactlyInAnyOrderElementsOf(
                        cases().map(MigPrinterTest::formatted).toList());
    }

    static Stream<Path> examples() {
        return files(Path.of("../migrations-examples"), ".mig").stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesAreFormatted(Path example) throws IOException {
        String formatted = format(read(example));
        if (REWRITE) {
            Files.writeString(example, formatted);
        }
        assertThat(example).content().isEqualTo(formatted);
    }

    static Stream<Path> samples() {
        return files(SOURCES, ".mig").stream().filter(it -> parse(read(it)) != null);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsMeaningAndCommentsAndIsStable(Path sample) {
        assertKept(read(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsCommentsWhereverTheyStand(Path sample) {
        String text = read(sample);
        Random random = new Random(text.hashCode());
        for (int round = 0; round < 15; round++) {
            assertKept(withComments(text, random));
        }
    }

    @Test
    void readsBackWhateverItPrints() {
        for (long seed = 0; seed < 600; seed++) {
            MigFile tree = new RandomTree(seed).file();
            String printed = MigPrinter.print(tree);
            MigFile read = parsed(printed, seed);
            assertThat(Spanless.of(read)).as(printed).isEqualTo(Spanless.of(tree));
            assertThat(MigPrinter.print(read)).isEqualTo(printed);
            assertThat(MigPrinter.canonical(read)).isEqualTo(MigPrinter.canonical(tree));
        }
    }

    @Test
    void printsAlonestandingStatementsAsInAFile() {
        for (long seed = 0; seed < 300; seed++) {
            Statement statement = new RandomTree(seed).statement(0);
            MigFile file = parsed("revision a\nupgrade {\n" + MigPrinter.print(statement) + "\n}\n", seed);
            assertThat(file.upgrade().statements()).hasSize(1);
            assertThat(Spanless.of(file.upgrade().statements().getFirst())).isEqualTo(Spanless.of(statement));
        }
    }

    @Test
    void readsBackWhateverSchemaItPrints() {
        for (long seed = 0; seed < 200; seed++) {
            MigSchema schema = new RandomTree(seed).schema();
            String printed = MigPrinter.print(schema);
            MigSchema read = Mig.parseSchema(new Source("schema.mig", printed)).orThrow();
            assertThat(Spanless.of(read)).as(printed).isEqualTo(Spanless.of(schema));
            assertThat(MigPrinter.formatSchema(new Source("schema.mig", printed))
                            .orThrow())
                    .isEqualTo(printed);
        }
    }

    @Test
    void setsGeneratedStatementsApart() {
        Span none = Span.none();
        QualifiedName name = new QualifiedName(List.of(new Name("a", false, none)), none);
        Statement drop = new Statement.DropTable(false, name, false, none);
        MigSchema schema = new MigSchema(new Source("", ""), List.of(drop, drop), List.of());
        assertThat(MigPrinter.print(schema)).isEqualTo("drop table a\n\ndrop table a\n");
    }

    @Test
    void theCanonicalFormKnowsNeitherCommentsNorLayoutNorTheHistory() {
        MigFile one = parsed("""
                revision a1 'one'
                created 2026-11-23T10:15:00Z
                upgrade {
                  create table t { a int, b text } -- said
                  sql \"""
                    select 1
                      from t
                  \"""
                }
                """, 0);
        MigFile other = parsed("""
                revision b2
                revises a1
                upgrade {
                  CREATE TABLE t {
                    a  integer

                    b  text
                  }

                  sql
                    \"""
                        select 1
                          from t\"""
                }
                downgrade none
                """, 0);
        assertThat(MigPrinter.canonical(one)).isEqualTo("""
                        upgrade {
                        create table t {
                        a integer
                        b text
                        }
                        sql \"""select 1
                          from t\"""
                        }
                        downgrade none
                        """);
        assertThat(MigPrinter.canonical(other)).isEqualTo(MigPrinter.canonical(one));
    }

    @Test
    void theCanonicalFormHoldsTheTimeouts() {
        MigFile file = parsed("revision a\ntimeout lock 5s\nupgrade { }\ndowngrade auto", 0);
        assertThat(MigPrinter.canonical(file)).isEqualTo("timeout lock 5s\nupgrade {\n}\ndowngrade auto\n");
    }

    @Test
    void whatDoesNotParseIsNotFormatted() {
        Parsed<String> formatted = MigPrinter.format(new Source("a.mig", "revision a\nupgrade {"));
        assertThat(formatted.tree()).isNull();
        assertThat(formatted.diagnostics()).isNotEmpty();
    }

    private static void assertKept(String text) {
        MigFile before = parsed(text, 0);
        String printed = MigPrinter.print(before);
        MigFile after = parsed(printed, 0);
        assertThat(Spanless.of(after)).as("of\n%s\nbecame\n%s", text, printed).isEqualTo(Spanless.of(before));
        assertThat(comments(after))
                .as("of\n%s\nbecame\n%s", text, printed)
                .containsExactlyInAnyOrderElementsOf(comments(before));
        assertThat(MigPrinter.print(after)).as("of\n%s", text).isEqualTo(printed);
        assertThat(MigPrinter.canonical(after)).isEqualTo(MigPrinter.canonical(before));
    }

    private static List<String> comments(MigFile file) {
        return file.comments().stream().map(it -> it.text().stripTrailing()).toList();
    }

    /** The text with up to eight comments put where blanks are, as long as they are comments there and nothing else. */
    private static String withComments(String text, Random random) {
        MigFile before = parsed(text, 0);
        String meaning = Spanless.of(before);
        String commented = text;
        int count = before.comments().size();
        for (int put = 0; put < 1 + random.nextInt(8); put++) {
            List<Integer> gaps = new ArrayList<>();
            for (int at = 0; at < commented.length(); at++) {
                if (Character.isWhitespace(commented.charAt(at))) {
                    gaps.add(at);
                }
            }
            int at = gaps.get(random.nextInt(gaps.size()));
            String comment = switch (random.nextInt(4)) {
                case 0 -> " -- line " + put + "\n";
                case 1 -> "\n-- own line " + put + "\n";
                case 2 -> "\n/* two\n lines " + put + " */";
                default -> " /* " + put + " */ ";
            };
            String tried = commented.substring(0, at) + comment + commented.substring(at);
            MigFile file = parse(tried);
            if (file != null
                    && file.comments().size() == count + 1
                    && Spanless.of(file).equals(meaning)) {
                commented = tried;
                count++;
            }
        }
        return commented;
    }

    private static String format(String text) {
        return MigPrinter.format(new Source("a.mig", text)).orThrow();
    }

    private static @Nullable MigFile parse(String text) {
        return Mig.parse(new Source("a.mig", text)).tree();
    }

    private static MigFile parsed(String text, long seed) {
        Parsed<MigFile> parsed = Mig.parse(new Source("seed" + seed + ".mig", text));
        assertThat(parsed.tree())
                .as(() -> text + "\n"
                        + parsed.diagnostics().stream()
                                .map(it -> Snippet.draw(it, Palette.PLAIN))
                                .collect(Collectors.joining("\n")))
                .isNotNull();
        return parsed.orThrow();
    }

    private static Path formatted(Path mig) {
        return mig.resolveSibling(mig.getFileName().toString().replace(".mig", ".formatted"));
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(it -> it.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
