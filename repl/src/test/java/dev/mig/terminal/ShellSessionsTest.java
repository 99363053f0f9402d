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
 * errors. Once as lines that a script could hold, with their exit codes, and once key by key at a terminal.
 */
class ShellSessionsTest {
    private static final Path SESSIONS = Path.of("src/test/resources/sessions");

    /** What only a prompt understands. */
    private static final Path OF_THE_SHELL = Path.of("src/test/resources/shell");

    @TempDir
    private Path folder;

    static List<String> sessions() throws IOException {
        try (Stream<Path> files = Files.list(SESSIONS)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    /** {@code -Dgolden.rewrite=true} writes down what came out of what is typed at prompts only. */
    @ParameterizedTest
    @MethodSource("sessions")
    void goesAsOnTheCommandLine(String name) throws IOException {
        Path file = SESSIONS.resolve(name);
        String expected = Files.readString(file).replace("\r\n", "\n");
        Path real = folder.toRealPath();
        ShellSession session = new ShellSession(real);

        String played = new Scenario(real, session).play(expected);

        if (Boolean.getBoolean("golden.rewrite")) {
            expected = Scenario.rewritten(expected, played, session.place());
            Files.writeString(file, expected);
        }
        assertThat(played.lines()).containsExactlyElementsOf(expected.lines().toList());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void goesAsOnTheCommandLineKeyByKey(String name) throws IOException {
        typed(SESSIONS.resolve(name));
    }

    private void typed(Path file) throws IOException {
        String expected = Files.readString(file).replace("\r\n", "\n");
        Path real = folder.toRealPath();
        try (KeystrokeSession keystrokes = new KeystrokeSession(real)) {
            List<ScreenBlock> seen = ScreenBlock.of(new Scenario(real, keystrokes).play(expected));
            List<ScreenBlock> wanted = ScreenBlock.of(expected);
            assertThat(seen).hasSameSizeAs(wanted);
            for (int at = 0; at < wanted.size(); at++) {
                assertThat(seen.get(at)).matches(wanted.get(at)::shows, "shows:\n" + wanted.get(at));
            }
        }
    }

    static List<String> shells() throws IOException {
        try (Stream<Path> files = Files.list(OF_THE_SHELL)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void goesAsWrittenKeyByKey(String name) throws IOException {
        typed(OF_THE_SHELL.resolve(name));
    }

    /** {@code -Dgolden.rewrite=true} writes down what came out instead. */
    @ParameterizedTest
    @MethodSource("shells")
    void goesAsWritten(String name) throws IOException {
        Path file = OF_THE_SHELL.resolve(name);
        Path real = folder.toRealPath();

        String played = new Scenario(real, new ShellSession(real))
                .play(Files.readString(file).replace("\r\n", "\n"));

        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, played);
        }
        assertThat(played.lines())
                .containsExactlyElementsOf(
                        Files.readString(file).replace("\r\n", "\n").lines().toList());
    }
}
