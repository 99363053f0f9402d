package dev.mig.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptCacheFileTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void whatIsKeptIsThereInTheNextProcess() throws Exception {
        new UserState(folder).scripts(Path.of("/shop")).keep("script\none", "create table ü {\n}\n");
        new UserState(folder).scripts(Path.of("/shop")).keep("two", "");

        var next = new UserState(folder).scripts(Path.of("/shop"));
        assertThat(next.said("script\none")).contains("create table ü {\n}\n");
        assertThat(next.said("two")).contains("");
        assertThat(next.said("three")).isEmpty();
        assertThat(new UserState(folder).scripts(Path.of("/other")).said("two")).isEmpty();
    }

    @Test
    void aTornEntryIsAsGoodAsNoneAndTheNextOneCounts() throws Exception {
        var memory = new UserState(folder).scripts(Path.of("/shop"));
        memory.keep("one", "drop table t");
        Path file;
        try (Stream<Path> files = Files.list(folder.resolve("scripts"))) {
            file = files.findFirst().orElseThrow();
        }
        byte[] entry = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(entry, entry.length - 5));
        Files.writeString(file, "\0\nx 9 y\n" + "a".repeat(64) + " b 99999999\n", StandardOpenOption.APPEND);
        new UserState(folder).scripts(Path.of("/shop")).keep("two", "drop table u");

        var next = new UserState(folder).scripts(Path.of("/shop"));
        assertThat(next.said("one")).isEmpty();
        assertThat(next.said("two")).contains("drop table u");
    }
}
