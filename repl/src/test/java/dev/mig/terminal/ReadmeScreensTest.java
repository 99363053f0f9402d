package dev.mig.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.session.CommandLineSession;
import dev.mig.session.Scenario;
import dev.mig.source.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Types what the screens of the README show, each on an empty screen, and compares what is on the screen then.
 *
 * <p>A screen ends with the prompt; one that does not was left when the tab key had been pressed.
 */
class ReadmeScreensTest {
    private static final Pattern SCREEN = Pattern.compile("(?m)^```screen\\n((?:(?!```).*\\n)*)```$");
    private static final Pattern TYPED = Pattern.compile("(.*(?:migrate>|\\.\\.\\.>|\\[y/N]))(?: (.+))?");

    @TempDir
    private Path folder;

    @Test
    void showWhatReallyHappens() throws IOException {
        Path project = folder.toRealPath().resolve("bookshop");
        copy(Path.of("../migrations-examples/bookshop"), project);
        CommandLineSession session = new CommandLineSession(project);
        assertThat(session.migrate("upgrade").exit()).isEqualTo(Exit.OK);
        List<String> screens = SCREEN.matcher(
                        Files.readString(Path.of("../README.md")).replace("\r\n", "\n"))
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();
        assertThat(screens).hasSizeGreaterThan(3);

        try (TestTerminal seat =
                new TestTerminal(project, Map.of("HOME", folder.toString(), "TERM", "xterm-256color"))) {
            seat.sees("migrate>");
            for (String screen : screens) {
                seat.press("\u0015").clears();
                play(seat, new Scenario(project, session), screen.lines().toList());
            }
        }
    }

    private static void play(TestTerminal seat, Scenario scenario, List<String> lines) {
        boolean tab = !TYPED.matcher(lines.getLast()).matches();
        List<String> above = new ArrayList<>();
        for (String line : lines) {
            Matcher typed = TYPED.matcher(line);
            String keys = typed.matches() && typed.group(2) != null ? typed.group(2) : "";
            if (!keys.isEmpty()) {
                above.add(typed.group(1));
                sees(seat, scenario, above);
                above.removeLast();
                seat.press(tab ? keys + " \t" : keys + "\r");
            }
            above.add(line);
        }
        sees(seat, scenario, lines);
    }

    private static void sees(TestTerminal seat, Scenario scenario, List<String> lines) {
        seat.seesOnly(scenario.level(String.join("\n", lines)), scenario::level);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(it -> !it.toString().contains("data"))
                    .toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied);
            }
        }
    }
}
