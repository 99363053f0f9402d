package dev.mig.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the files between two readings, the second one finds what a first one would. */
class FolderReaderTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final FolderReader reader = new FolderReader();

    @BeforeEach
    void readTwoFilesUntilTheyAreKnown() throws IOException {
        write("a.mig", "revision a1 'one'\nupgrade {\n}\n", LONG_AGO);
        write("b.mig", "revision b2 'two'\nrevises a1\nupgrade {\n}\n", LONG_AGO);
        Files.setLastModifiedTime(folder, FileTime.from(LONG_AGO));
        read();
        read();
    }

    private MigrationsFolder read() {
        MigrationsFolder found = reader.read(List.of(folder), new DisplayNames(folder));
        MigrationsFolder afresh = MigrationsFolder.read(List.of(folder), new DisplayNames(folder));
        assertThat(texts(found)).isEqualTo(texts(afresh));
        assertThat(found.diagnostics()).hasSameSizeAs(afresh.diagnostics());
        return found;
    }

    private static List<String> texts(MigrationsFolder found) {
        return found.files().stream()
                .map(it -> it.name() + it.header().message() + it.text().text())
                .toList();
    }

    private void write(String name, String text, Instant changed) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }

    @Test
    void whatIsAsItWasIsTheSame() {
        assertThat(read()).isSameAs(read());
    }

    @Test
    void aFileThatWasWrittenIsReadAgain() throws IOException {
        write("b.mig", "revision b2 'owt'\nrevises a1\nupgrade {\n}\n", Instant.now());
        assertThat(read().headers()).extracting(it -> it.message()).containsExactly("one", "owt");
    }

    @Test
    void aFileThatWasWrittenTwiceWithinATickOfTheClockIsReadTwice() throws IOException {
        Instant now = Instant.now();
        write("b.mig", "revision b2 'owt'\nrevises a1\nupgrade {\n}\n", now);
        read();
        write("b.mig", "revision b2 'wto'\nrevises a1\nupgrade {\n}\n", now);
        assertThat(read().headers()).extracting(it -> it.message()).containsExactly("one", "wto");
    }

    @Test
    void anotherFileOfTheSameAgeAndSizeIsAnotherFile() throws IOException {
        write("b.new", "revision b2 'owt'\nrevises a1\nupgrade {\n}\n", LONG_AGO);
        Files.move(folder.resolve("b.new"), folder.resolve("b.mig"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(read().headers()).extracting(it -> it.message()).containsExactly("one", "owt");
    }

    @Test
    void filesComeAndGo() throws IOException {
        write("c.mig", "revision c3\nrevises b2\nupgrade {\n}\n", LONG_AGO);
        assertThat(read().files()).hasSize(3);
        Files.delete(folder.resolve("c.mig"));
        assertThat(read().files()).hasSize(2);
        Files.writeString(folder.resolve("c.mig"), "revision 'broken");
        assertThat(read().diagnostics()).isNotEmpty();
    }

    @Test
    void aFileThatCannotBeReadAnyMoreIsMissed() throws IOException {
        Files.delete(folder.resolve("b.mig"));
        Files.createDirectory(folder.resolve("b.mig"));
        Files.setLastModifiedTime(folder, FileTime.from(LONG_AGO));
        assertThat(read().diagnostics()).isNotEmpty();
    }

    @Test
    void aGlanceSeesFilesComeAndGo() throws IOException {
        MigrationsFolder before = read();
        assertThat(reader.glance(List.of(folder), new DisplayNames(folder))).isSameAs(before);
        write("c.mig", "revision c3\nrevises b2\nupgrade {\n}\n", LONG_AGO);
        // Now and not within the tick in which the folder was read.
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().plusSeconds(1)));
        assertThat(reader.glance(List.of(folder), new DisplayNames(folder)).files())
                .hasSize(3);
    }
}
