package dev.mig.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mig.model.RowFile;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MigrationsFolderTest {
    @TempDir
    private Path temporary = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void standInAFolder() throws IOException {
        home = temporary.toRealPath();
        Files.createDirectories(home.resolve("migrations"));
    }

    @Test
    void severalFoldersAndKindsAreOneHistory() {
        write("migrations/b.js", "// revision  b2 'second'\n// revises   a1\n\nexport function upgrade(op) {\n}\n");
        write("migrations/a.mig", mig("a1", ""));
        write("more/c.sql", "-- revision c3\n-- revises b2\n-- upgrade\nselect 1;\n");

        MigrationsFolder folder = read("migrations", "more");

        assertThat(folder.diagnostics()).isEmpty();
        assertThat(folder.files()).extracting(RevisionFile::id).containsExactly("a1", "b2", "c3");
        assertThat(folder.files())
                .extracting(RevisionFile::name)
                .containsExactly("migrations/a.mig", "migrations/b.js", "more/c.sql");
        assertThat(folder.file("b2").orElseThrow().path()).isEqualTo(home.resolve("migrations/b.js"));
        assertThat(folder.file("b2").orElseThrow().text().text()).contains("export function");
    }

    @Test
    @Timeout(20)
    void whatIsNoRegularFileIsNotWaitedFor() throws Exception {
        write("migrations/a.mig", mig("a1", ""));
        Path pipe = home.resolve("migrations/b.mig");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeTrue(made.waitFor() == 0, "the machine has pipes with names");

        MigrationsFolder folder = read("migrations");

        assertThat(folder.files()).extracting(RevisionFile::id).containsExactly("a1");
        assertThat(folder.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("\"migrations/b.mig\" cannot be read: it is no regular file");
        assertThat(MigrationsFolder.migFiles(List.of(home.resolve("migrations"))))
                .extracting(it -> it.getFileName().toString())
                .containsExactly("a.mig");
    }

    @Test
    void whyAFileCannotBeReadIsSaidWithoutItsPathOnceMore() throws Exception {
        write("migrations/a.mig", mig("a1", ""));
        Files.createSymbolicLink(home.resolve("migrations/b.mig"), Path.of("gone.mig"));
        Files.createDirectory(home.resolve("migrations/c.mig"));

        assertThat(read("migrations").diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "\"migrations/b.mig\" cannot be read: no such file or directory",
                        "\"migrations/c.mig\" cannot be read: is a directory");
    }

    @Test
    void whatIsNoRevisionIsLeftAlone() {
        write("migrations/a.mig", mig("a1", ""));
        write("migrations/schema.mig", "create table t {\n  id integer\n}\n");
        write("migrations/helper.js", "export const revision = 3\n");
        write("migrations/functions.sql", "-- all about revisions\ncreate function f() …\n");
        write("migrations/env.js", "// configures\nexport function configure() {}\n");
        write("migrations/README.md", "revision x\n");
        write("migrations/.#b.mig", "an editor's copy");
        write("migrations/lib/deep.mig", "not looked at");

        MigrationsFolder folder = read("migrations");

        assertThat(folder.diagnostics()).isEmpty();
        assertThat(folder.files()).extracting(RevisionFile::id).containsExactly("a1");
    }

    @Test
    void everythingWrongInAllFilesIsToldAtOnce() throws IOException {
        write("migrations/a.mig", "create table t {}\n");
        write("migrations/b.js", "// revision head\n");
        write("migrations/d.mig", mig("d4", "creatd 2026\n"));
        Files.write(home.resolve("migrations/c.mig"), new byte[] {'r', (byte) 0xC3, '\n'});
        Files.createDirectories(home.resolve("migrations/folder.mig"));

        MigrationsFolder folder = read("migrations", "nowhere");

        assertThat(folder.files()).isEmpty();
        assertThat(folder.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder(
                        Code.REVISION_MISSING,
                        Code.REVISION_ID,
                        Code.HEADER_WORD,
                        Code.ENCODING,
                        Code.FILE_UNREADABLE,
                        Code.FOLDER_MISSING);
        DiagnosticException thrown = catchThrowableOfType(DiagnosticException.class, folder::orThrow);
        assertThat(thrown.diagnostics()).hasSize(6);
    }

    @Test
    void aLargeFileIsReadAsFarAsItsHeader() throws IOException {
        String rows = "  (1, 'é')\n".repeat(50_000);
        write(
                "migrations/a.mig",
                mig("a1", "").replace("upgrade {\n", "upgrade {\n  insert into t (a, b) values\n" + rows));
        // What follows cannot be read, and nobody tries.
        Path file = home.resolve("migrations/a.mig");
        Files.write(file, new byte[] {(byte) 0xff}, java.nio.file.StandardOpenOption.APPEND);

        MigrationsFolder folder = read("migrations");

        assertThat(folder.diagnostics()).isEmpty();
        RevisionFile read = folder.files().getFirst();
        assertThat(read.header().span().source().text().length()).isLessThan(FileHead.FIRST);
        DiagnosticException thrown = catchThrowableOfType(DiagnosticException.class, read::text);
        assertThat(thrown.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.ENCODING);
    }

    @Test
    void aHeaderThatGoesOnForLongIsReadToItsEnd() {
        for (int length : new int[] {FileHead.FIRST - 200, FileHead.FIRST - 20, FileHead.FIRST, 3 * FileHead.FIRST}) {
            String comment = "-- " + "x".repeat(length) + "\n";
            write(
                    "migrations/a.mig",
                    "revision a1\n" + comment + "revises b2\n" + comment + "branch left\nupgrade {\n}\n");

            RevisionFile file = read("migrations").orThrow().files().getFirst();

            assertThat(file.header().revises()).hasToString("[b2]");
            assertThat(file.header().branches()).hasToString("[left]");
        }
    }

    @Test
    void crlfAndByteOrderMarkChangeNothing() {
        String text = mig("a1", "revises b2\n");
        write("migrations/a.mig", text);
        write("windows/a.mig", "\uFEFF" + text.replace("\n", "\r\n"));

        RevisionFile one = read("migrations").orThrow().files().getFirst();
        RevisionFile other = read("windows").orThrow().files().getFirst();

        assertThat(other.text().text()).isEqualTo(one.text().text());
        assertThat(other.header().revises().getFirst().span().location()).isEqualTo("windows/a.mig:2:9");
        assertThat(Checksums.ofText(other.text())).isEqualTo(Checksums.ofText(one.text()));
    }

    @Test
    void thousandsOfFilesKeepTheirOrder() {
        for (int i = 0; i < 1_000; i++) {
            write(String.format("migrations/%04d.mig", i), mig("r" + i, ""));
        }
        List<String> ids = read("migrations").orThrow().headers().stream()
                .map(it -> it.id().text())
                .toList();

        assertThat(ids).hasSize(1_000).startsWith("r0", "r1", "r2").endsWith("r998", "r999");
    }

    @Test
    void filesBesideAMigrationAreFoundAndOthersRefused() throws IOException {
        write("migrations/a.mig", mig("a1", ""));
        write("migrations/data/people.csv", "\uFEFFid\r\n1\r\n");
        write("migrations/f.sql", "select 1;\r\n");
        write("secret.txt", "s");
        Files.createSymbolicLink(home.resolve("migrations/link.txt"), home.resolve("secret.txt"));
        Files.createSymbolicLink(home.resolve("migrations/inner.sql"), home.resolve("migrations/f.sql"));
        HistoryFiles folder = new HistoryFiles(read("migrations"), new DisplayNames(home), Map.of());

        assertThat(folder.script("a1", "f.sql", Span.none()).text()).isEqualTo("select 1;\n");
        assertThat(folder.script("a1", "inner.sql", Span.none()).name()).isEqualTo("migrations/inner.sql");
        RowFile rows = folder.rows("a1", "data/people.csv", Span.none());
        assertThat(rows.name()).isEqualTo("migrations/data/people.csv");
        assertThat(text(rows)).isEqualTo("id\r\n1\r\n");

        assertThat(refused(folder, "../secret.txt").code()).isEqualTo(Code.SIDE_FILE_OUTSIDE);
        assertThat(refused(folder, home.resolve("secret.txt").toString()).code())
                .isEqualTo(Code.SIDE_FILE_OUTSIDE);
        assertThat(refused(folder, "link.txt").code()).isEqualTo(Code.SIDE_FILE_OUTSIDE);
        assertThat(refused(folder, "data").code()).isEqualTo(Code.SIDE_FILE_MISSING);
        assertThat(refused(folder, "nul\0").code()).isEqualTo(Code.SIDE_FILE_MISSING);
        assertThat(refused(folder, "data/poeple.csv").hints()).containsExactly("did you mean 'data/people.csv'?");
    }

    @Test
    void namesAreThoseThatThePersonCanUse() {
        DisplayNames names = new DisplayNames(Path.of("/home/ada/shop/src").toAbsolutePath());

        assertThat(names.of(Path.of("/home/ada/shop/src/a/b.mig"))).isEqualTo("a/b.mig");
        assertThat(names.of(Path.of("/home/ada/shop/src"))).isEqualTo(".");
        assertThat(names.of(Path.of("/home/ada/shop/migrations/b.mig"))).isEqualTo("../migrations/b.mig");
        assertThat(names.of(Path.of("/etc/b.mig"))).isEqualTo("/etc/b.mig");
    }

    private static Diagnostic refused(HistoryFiles folder, String path) {
        DiagnosticException thrown =
                catchThrowableOfType(DiagnosticException.class, () -> folder.rows("a1", path, Span.none()));
        return thrown.diagnostics().getFirst();
    }

    private static String text(RowFile rows) throws IOException {
        StringWriter text = new StringWriter();
        try (Reader reader = rows.open()) {
            reader.transferTo(text);
        }
        return text.toString();
    }

    private MigrationsFolder read(String... locations) {
        return MigrationsFolder.read(
                List.of(locations).stream().map(home::resolve).toList(), new DisplayNames(home));
    }

    private static String mig(String id, String more) {
        return "revision " + id + "\n" + more + "\nupgrade {\n}\n";
    }

    private void write(String name, String text) {
        try {
            Path file = home.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
