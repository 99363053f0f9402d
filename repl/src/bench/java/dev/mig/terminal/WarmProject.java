package dev.mig.terminal;

import dev.mig.bench.History;
import dev.mig.project.Interruption;
import dev.mig.project.ProcessEnvironment;
import dev.mig.project.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A project with a long history, in a folder of its own, and the shell that works on it. What it says goes nowhere. */
final class WarmProject implements AutoCloseable {
    private final Path folder;
    private final LineExecutor executor;

    /** All revisions but the last one count as applied. */
    WarmProject(int revisions) throws IOException {
        folder = Files.createTempDirectory("migrate-bench");
        History.write(folder, revisions);
        executor = new LineExecutor(process(), new Session(true), List.of());
        type("stamp " + History.id(revisions - 2));
    }

    private ProcessEnvironment process() {
        return new ProcessEnvironment(
                folder,
                Map.of(),
                new BufferedReader(Reader.nullReader()),
                question -> "y",
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                ProcessEnvironment.Terminal.NONE,
                Clock.systemUTC(),
                Random::new,
                "ada",
                () -> "analytical",
                "0.0.0",
                new Interruption());
    }

    Path folder() {
        return folder;
    }

    LineExecutor executor() {
        return executor;
    }

    /** A line that has to succeed. */
    void type(String line) {
        int exit = executor.perform(line, word -> false, new Interruption())
                .orElseThrow()
                .number();
        if (exit != 0) {
            throw new IllegalStateException(line + " ended with " + exit);
        }
    }

    @Override
    public void close() throws IOException {
        executor.close();
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
