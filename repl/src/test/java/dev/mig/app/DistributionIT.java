package dev.mig.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive as a stranger has it: unpacked somewhere else, on a machine without Java, called from anywhere. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class DistributionIT {
    /** What a shell needs to find {@code readlink}; nothing of the machine's Java. */
    private static final Map<String, String> BARE = Map.of("PATH", "/usr/bin:/bin");

    @TempDir
    private static Path folder;

    private static Path home;

    record Ended(int exit, String out, String err) {}

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectories(folder.resolve("a place with spaces"));
        Path archive = Path.of(System.getProperty("distribution.archive"));

        assertThat(run(elsewhere, BARE, "tar", "-xzf", archive.toString())).isEqualTo(new Ended(0, "", ""));
        try (Stream<Path> unpacked = Files.list(elsewhere)) {
            home = unpacked.findFirst().orElseThrow();
        }
    }

    @Test
    void startsWithNothingButItself() throws IOException, InterruptedException {
        assertThat(migrate(BARE, "--version")).isEqualTo(versionOnly());
    }

    @Test
    void startsThroughSymbolicLinks() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(bin.resolve("absolute"), home.resolve("bin/migrate"));
        Files.createSymbolicLink(bin.resolve("migrate"), Path.of("absolute"));

        assertThat(run(bin, BARE, "./migrate", "--version")).isEqualTo(versionOnly());
        assertThat(run(folder, Map.of("PATH", bin + ":/usr/bin:/bin"), "/bin/sh", "-c", "migrate --version"))
                .isEqualTo(versionOnly());
        assertThat(run(home.resolve("bin"), BARE, "sh", "migrate", "--version")).isEqualTo(versionOnly());
    }

    @Test
    void startsFromItsCache() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        // With the mode "on" the runtime refuses to start when it cannot use the cache.
        String options = "-XX:AOTMode=on -Xlog:class+load:file=" + log;

        assertThat(migrate(with("MIGRATE_JAVA_OPTIONS", options), "--version")).isEqualTo(versionOnly());
        assertThat(Files.readAllLines(log))
                .filteredOn(it -> it.contains("dev.mig."))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("source: shared objects file"));
    }

    @Test
    void startsQuietlyWhereTheCacheDoesNotFit() throws IOException, InterruptedException {
        // Another collector lays the heap out in another way than the cache was made for.
        assertThat(migrate(with("MIGRATE_JAVA_OPTIONS", "-XX:-UseSerialGC -XX:+UseParallelGC"), "--version"))
                .isEqualTo(versionOnly());
        assertThat(migrate(with("MIGRATE_JAVA_OPTIONS", "-XX:AOTCache=nowhere.aot"), "--version"))
                .isEqualTo(versionOnly());
    }

    @Test
    void isDeafToOptionsMeantForOthers() throws IOException, InterruptedException {
        for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            assertThat(migrate(with(name, "-Dsome=thing"), "--version")).isEqualTo(versionOnly());
        }
    }

    private static Ended versionOnly() {
        return new Ended(0, "migrate " + System.getProperty("project.version") + "\n", "");
    }

    private static Map<String, String> with(String name, String value) {
        return Map.of("PATH", "/usr/bin:/bin", name, value);
    }

    private static Ended migrate(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        String executable = home.resolve("bin/migrate").toString();
        return run(
                folder,
                environment,
                Stream.concat(Stream.of(executable), Stream.of(words)).toArray(String[]::new));
    }

    private static Ended run(Path directory, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path err = Files.createTempFile("migrate", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        Ended ended = new Ended(exit, out, Files.readString(err));
        Files.delete(err);
        return ended;
    }
}
