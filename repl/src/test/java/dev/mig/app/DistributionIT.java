package dev.mig.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void movesAnExample() throws IOException, InterruptedException {
        Path project = example("moved");

        Ended upgrade = migrate(BARE, "-C", project.toString(), "upgrade");
        assertThat(upgrade.err()).isEmpty();
        assertThat(upgrade.exit()).isZero();
        assertThat(migrate(BARE, "-C", project.toString(), "current", "--check-heads"))
                .satisfies(it -> assertThat(it.err()).isEmpty())
                .extracting(Ended::exit)
                .isEqualTo(0);
        assertThat(migrate(BARE, "-C", project.toString(), "-y", "downgrade", "base"))
                .satisfies(it -> assertThat(it.err()).isEmpty())
                .extracting(Ended::exit)
                .isEqualTo(0);
    }

    /** Its library comes with the distribution, and is loaded without a word about it. */
    @Test
    void movesAnExampleOnSqlite() throws IOException, InterruptedException {
        Path project = example("moved on sqlite");

        for (String command : List.of("upgrade", "current", "downgrade base")) {
            List<String> words = new ArrayList<>(List.of("-C", project.toString(), "-y"));
            words.addAll(List.of(command.split(" ")));
            words.addAll(List.of("--url", "jdbc:sqlite:" + project.resolve("app.db")));
            Ended ended = migrate(BARE, words.toArray(String[]::new));
            assertThat(ended.err()).isEmpty();
            assertThat(ended.exit()).isZero();
        }
    }

    /** What a command loads that does not come from the cache, it loads slowly. */
    @ParameterizedTest
    @ValueSource(strings = {"heads", "history", "current", "upgrade"})
    void startsFromItsCache(String command) throws IOException, InterruptedException {
        Path project = example("cached by " + command);
        Path log = folder.resolve(command + ".log");
        // So told, the runtime refuses to start when it cannot use the cache.
        Map<String, String> environment = with("MIGRATE_JAVA_OPTIONS", "-Xshare:on -Xlog:class+load:file=" + log);

        assertThat(migrate(environment, "-C", project.toString(), command))
                .satisfies(it -> assertThat(it.err()).isEmpty())
                .extracting(Ended::exit)
                .isEqualTo(0);
        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded)
                .filteredOn(it -> it.contains("] dev.mig.") || it.contains("] picocli.") || it.contains("] org.h2."))
                // Those that the runtime itself makes up are not all kept by it.
                .filteredOn(it -> !it.contains("$$"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("source: shared objects file"));
    }

    /** The engine is in the cache on top, of which a command without scripts loads nothing. */
    @Test
    void startsTheEngineForScriptsFromItsCache() throws IOException, InterruptedException {
        Path project = example("polyglot", "scripts");
        Path log = folder.resolve("scripts.log");
        Map<String, String> environment = with("MIGRATE_JAVA_OPTIONS", "-Xshare:on -Xlog:class+load:file=" + log);

        assertThat(migrate(environment, "-C", project.toString(), "validate"))
                .satisfies(it -> assertThat(it.err()).isEmpty())
                .extracting(Ended::exit)
                .isEqualTo(0);
        assertThat(Files.readAllLines(log))
                .filteredOn(it -> it.contains("] com.oracle.truffle.js.parser.") && !it.contains("$$"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("source: shared objects file (top)"));
    }

    @Test
    void doesLinesOfAScriptInOneShell() throws IOException, InterruptedException {
        Path project = example("shell");

        Ended done = migrate(BARE, "-C", project.toString(), "shell", "-e", "+1", "-e", "sql select 1 as one");

        assertThat(done.err()).isEmpty();
        assertThat(done.exit()).isZero();
        assertThat(done.out()).contains("now at", "ONE");
    }

    @Test
    void startsQuietlyWhereTheCacheDoesNotFit() throws IOException, InterruptedException {
        // Another collector lays the heap out in another way than the cache was made for.
        assertThat(migrate(with("MIGRATE_JAVA_OPTIONS", "-XX:-UseSerialGC -XX:+UseParallelGC"), "--version"))
                .isEqualTo(versionOnly());
        assertThat(migrate(with("MIGRATE_JAVA_OPTIONS", "-XX:SharedArchiveFile=nowhere.aot"), "--version"))
                .isEqualTo(versionOnly());
    }

    /** A login from elsewhere brings the name of its locale along, which may not be installed here. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "xx_YY.UTF-8", "UTF-8", "C.UTF-8"})
    void readsNamesOutsideAsciiWhateverTheLocale(String locale) throws IOException, InterruptedException {
        Path project = Files.createDirectories(folder.resolve("locale " + locale));
        Files.createDirectories(project.resolve("migrations"));
        Files.writeString(
                project.resolve("migrations/1_bücher.mig"),
                "revision a1 'Bücher'\n\nupgrade {\n  create table t {\n    \"größe\"  integer\n  }\n}\n");

        Ended history = migrate(with("LC_ALL", locale), "-C", project.toString(), "heads", "-v");

        assertThat(history.err()).isEmpty();
        assertThat(history.out()).contains("Bücher").contains("1_bücher.mig");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void tellsThatItsOutputWasLost() throws IOException, InterruptedException {
        Map<String, String> where = with("MIGRATE", home.resolve("bin/migrate").toString());

        Ended full = run(folder, where, "/bin/sh", "-c", "\"$MIGRATE\" explain > /dev/full");
        assertThat(full.exit()).isEqualTo(2);
        assertThat(full.err()).startsWith("error[MIG-313]: the output cannot be written: ");

        Ended enough = run(folder, where, "/bin/sh", "-c", "\"$MIGRATE\" explain | true");
        assertThat(enough).isEqualTo(new Ended(0, "", ""));
    }

    @Test
    void isDeafToOptionsMeantForOthers() throws IOException, InterruptedException {
        for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            assertThat(migrate(with(name, "-Dsome=thing"), "--version")).isEqualTo(versionOnly());
        }
    }

    private static Path example(String name) throws IOException {
        return example("bookshop", name);
    }

    private static Path example(String example, String name) throws IOException {
        Path source = Path.of(System.getProperty("examples"), example);
        Path copy = folder.resolve(name);
        try (Stream<Path> walk = Files.walk(source)) {
            for (Path file : walk.filter(it -> !it.toString().endsWith(".db")).toList()) {
                Files.copy(file, copy.resolve(source.relativize(file).toString()));
            }
        }
        return copy;
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
