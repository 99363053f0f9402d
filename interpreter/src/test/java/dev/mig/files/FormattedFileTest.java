package dev.mig.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormattedFileTest {
    private static final String UGLY = "REVISION a1\nupgrade { drop table  t }\n";
    private static final String PRETTY = "revision  a1\n\nupgrade {\n  drop table t\n}\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isWrittenInItsCanonicalForm() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mig"), UGLY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        FormattedFile read = FormattedFile.of(file, "a.mig");
        assertThat(read.isFormatted()).isFalse();
        read.write();

        assertThat(file).content().isEqualTo(PRETTY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(FormattedFile.of(file, "a.mig").isFormatted()).isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void keepsTheLineEndsOfTheCheckout() throws IOException {
        Path windows = Files.writeString(folder.resolve("a.mig"), "\uFEFF" + PRETTY.replace("\n", "\r\n"));
        assertThat(FormattedFile.of(windows, "a.mig").isFormatted()).isTrue();

        Path ugly = Files.writeString(folder.resolve("b.mig"), UGLY.replace("\n", "\r\n"));
        FormattedFile.of(ugly, "b.mig").write();
        assertThat(ugly).content().isEqualTo(PRETTY.replace("\n", "\r\n"));

        Path mixed = Files.writeString(folder.resolve("c.mig"), PRETTY.replaceFirst("\\{\n", "{\r\n"));
        assertThat(FormattedFile.of(mixed, "c.mig").isFormatted()).isFalse();
    }

    @Test
    void writesThroughALink() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mig"), UGLY);
        Path link = Files.createSymbolicLink(folder.resolve("link.mig"), file);

        FormattedFile.of(link, "link.mig").write();

        assertThat(link).isSymbolicLink();
        assertThat(file).content().isEqualTo(PRETTY);
    }

    @Test
    void leavesAFileWithErrorsAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mig"), "revision a1\nupgrade { drop tabel t }\n");

        FormattedFile read = FormattedFile.of(file, "a.mig");
        read.write();

        assertThat(read.diagnostics()).isNotEmpty().allMatch(Diagnostic::isError);
        assertThat(file).content().contains("tabel");
    }

    @Test
    void knowsTheSchemaFileByItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("schema.mig"), "create table t { ID integer }\n");

        FormattedFile.of(file, "schema.mig").write();

        assertThat(file).content().isEqualTo("create table t {\n  ID  integer\n}\n");
    }

    @Test
    void aFileThatIsThereIsNeverWrittenOver() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mig"), "mine");

        assertThatExceptionOfType(DiagnosticException.class)
                .isThrownBy(() -> TextFiles.create(file, "a.mig", "theirs"))
                .satisfies(it -> assertThat(it.diagnostics().getFirst().code()).isEqualTo(Code.FILE_EXISTS));
        assertThat(file).content().isEqualTo("mine");
    }
}
