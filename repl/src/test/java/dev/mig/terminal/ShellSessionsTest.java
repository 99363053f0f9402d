package dev.mig.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.session.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every session of the command line, typed at one prompt that is never left: the same words, the same output, the same
 * errors. Not those that list the commands, of which a prompt has more.
 */
class ShellSessionsTest {
    private static final Path SESSIONS = Path.of("src/test/resources/sessions");

    /** What only a prompt understands. */
    private static final Path OF_THE_SHELL = Path.of("src/test/resources/shell");

    @TempDir
    private Path folder;

    static List<String> sessions() throws IOException {
        try (Stream<Path> files = Files.list(SESSIONS)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> !it.equals("completion.txtar") && !it.equals("words.txtar"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void goesAsOnTheCommandLine(String name) throws IOException {
        String expected = Files.readString(SESSIONS.resolve(name)).replace("\r\n", "\n");
        Path real = folder.toRealPath();

        assertThat(new Scenario(real, new AtPrompt(real)).play(expected).lines())
                .containsExactlyElementsOf(expected.lines().toList());
    }

    static List<String> shells() throws IOException {
        try (Stream<Path> files = Files.list(OF_THE_SHELL)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    /** {@code -Dgolden.rewrite=true} writes down what came out instead. */
    @ParameterizedTest
    @MethodSource("shells")
    void goesAsWritten(String name) throws IOException {
        Path file = OF_THE_SHELL.resolve(name);
        Path real = folder.toRealPath();

        String played = new Scenario(real, new AtPrompt(real))
                .play(Files.readString(file).replace("\r\n", "\n"));

        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, played);
        }
        assertThat(played.lines())
                .containsExactlyElementsOf(
                        Files.readString(file).replace("\r\n", "\n").lines().toList());
    }
}
