package dev.mig.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every file of {@code sessions}; {@code -Dgolden.rewrite=true} writes down what came out instead. */
class SessionsTest {
    private static final Path SESSIONS = Path.of("src/test/resources/sessions");

    @TempDir
    private Path folder;

    static List<String> sessions() throws IOException {
        try (Stream<Path> files = Files.list(SESSIONS)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void goesAsWritten(String name) throws IOException {
        Path file = SESSIONS.resolve(name);
        String expected = Files.readString(file).replace("\r\n", "\n");

        String played = new Scenario(folder.toRealPath()).play(expected);

        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, played);
        }
        assertThat(played).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }

    @Test
    void sessionsAreTextArchives() throws IOException {
        assertThat(sessions()).isNotEmpty().allMatch(it -> it.endsWith(".txtar"));
    }
}
