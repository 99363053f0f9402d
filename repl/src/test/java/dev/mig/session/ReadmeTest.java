package dev.mig.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.source.Source;
import dev.mig.syntax.print.MigPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Does what the README shows: types its commands, writes its files, and compares what is said.
 *
 * <p>A {@code console} block is typed; a block whose fence names a file after the language is written to that file;
 * {@code sh} blocks are the two commands that {@code .ci/run} runs, word for word. {@code -Dgolden.rewrite=true} writes
 * what came out into the page instead.
 */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path README = ROOT.resolve("README.md");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w*)(?: (\\S+))?\\n((?:(?!```).*\\n)*)```$");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");

    @TempDir
    private Path folder;

    private record Block(String language, String file, String text) {
        static Block of(MatchResult match) {
            return new Block(match.group(1), match.group(2) == null ? "" : match.group(2), match.group(3));
        }
    }

    @Test
    void showsWhatReallyHappens() throws IOException {
        String page = read(README);
        Scenario scenario = new Scenario(folder.toRealPath());

        StringBuilder played = new StringBuilder();
        Matcher matcher = BLOCK.matcher(page);
        while (matcher.find()) {
            Block block = Block.of(matcher);
            String text = block.text();
            if (block.language().equals("console")) {
                text = scenario.typeAsSeen(text);
            } else if (!block.file().isEmpty()) {
                scenario.write(block.file(), text);
            }
            matcher.appendReplacement(
                    played, Matcher.quoteReplacement(page.substring(matcher.start(), matcher.start(3)) + text + "```"));
        }
        matcher.appendTail(played);

        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(README, played);
        }
        assertThat(scenario.level(played.toString())).isEqualTo(scenario.level(read(README)));
    }

    @Test
    void showsRevisionsAsTheFormatterWritesThem() throws IOException {
        List<Block> revisions =
                blocks().stream().filter(it -> it.language().equals("sql")).toList();

        assertThat(revisions)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(MigPrinter.format(new Source("README.md", it.text()))
                                .orThrow())
                        .isEqualTo(it.text()));
    }

    @Test
    void itsTwoCommandsAreWhatTheBuildServerRuns() throws IOException {
        List<String> commands = blocks().stream()
                .filter(it -> it.language().equals("sh"))
                .flatMap(it -> it.text().lines())
                .toList();

        assertThat(commands).hasSize(2);
        assertThat(read(ROOT.resolve(".ci/run")).lines()).containsSubsequence(commands);
    }

    @Test
    void itsConfigurationIsUnderstood() throws IOException {
        List<String> configurations = blocks().stream()
                .filter(it -> it.language().equals("toml"))
                .map(Block::text)
                .toList();

        assertThat(configurations).isNotEmpty();
        List<CommandLineSession.Result> results = new ArrayList<>();
        for (String configuration : configurations) {
            Files.writeString(folder.resolve("migrate.toml"), configuration);
            results.add(new CommandLineSession(folder).migrate("config", "show", "--origin"));
        }
        assertThat(results).allSatisfy(it -> assertThat(it.err()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", ".github/CONTRIBUTING.md", "interpreter/DATABASES.md"})
    void everyLinkLeadsToAFile(String page) throws IOException {
        Path file = ROOT.resolve(page);
        List<String> links = LINK.matcher(read(file))
                .results()
                .map(it -> it.group(1))
                .filter(it -> !it.contains("://"))
                .toList();

        assertThat(links).allSatisfy(it -> assertThat(file.resolveSibling(it)).exists());
    }

    private static List<Block> blocks() throws IOException {
        return BLOCK.matcher(read(README)).results().map(Block::of).toList();
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }
}
