package dev.mig.files;

import dev.mig.compile.RevisionFiles;
import dev.mig.model.RowFile;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Sha256;
import dev.mig.source.Source;
import dev.mig.syntax.Mig;
import dev.mig.syntax.print.MigPrinter;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.MigFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Two checksums of a revision, each as {@code algorithm:hex}. Checksums of different algorithms are not comparable.
 *
 * @param text of the file as it is, apart from line ends and a byte-order mark, which a checkout may change
 * @param meaning of what the file does: comments, layout and the spelling of keywords are not in it, the files that it
 *     names are
 */
public record Checksums(String text, String meaning) {
    private static final String TEXT = "sha256:";

    /** Increased when the canonical form of the same meaning changes. */
    private static final String MEANING = "sha256-mig1:";

    /**
     * Of a revision's text; what cannot be read means its text.
     *
     * @param files where the files are that it names. They are read here, whatever their size; one that is not there,
     *     or whose name depends on a variable, counts by its name alone
     * @throws DiagnosticException if one is there and cannot be read
     */
    public static Checksums of(Source revision, RevisionFiles files) {
        String text = TEXT + hex(digest(revision.text()));
        return switch (FileKind.of(revision.name()).orElse(FileKind.MIG)) {
            case MIG -> {
                MigFile file = Mig.parse(revision).tree();
                yield file == null
                        ? new Checksums(text, text)
                        : new Checksums(
                                text,
                                meaning(
                                        MigPrinter.canonical(file),
                                        file.header().id().text(),
                                        NamedFiles.in(file),
                                        files));
            }
            case SQL ->
                new Checksums(
                        text,
                        SqlMeaning.of(revision)
                                .map(it -> MEANING + hex(digest(it)))
                                .orElse(text));
            case JAVASCRIPT -> {
                Header header = FileKind.JAVASCRIPT.header(revision).tree();
                yield header == null
                        ? new Checksums(text, text)
                        : new Checksums(
                                text,
                                meaning(
                                        JsMeaning.of(revision, header, files),
                                        header.id().text(),
                                        JsMeaning.files(revision),
                                        files));
            }
        };
    }

    private static String meaning(String canonical, String id, Iterable<NamedFiles.Named> named, RevisionFiles files) {
        MessageDigest meaning = Sha256.digest();
        meaning.update(digest(canonical));
        named.forEach(it -> meaning.update(digest(id, it, files)));
        return MEANING + hex(meaning.digest());
    }

    private static byte[] digest(String id, NamedFiles.Named named, RevisionFiles files) {
        RowFile rows;
        try {
            if (!named.rows()) {
                return digest(files.script(id, named.path(), named.place()).text());
            }
            rows = files.rows(id, named.path(), named.place());
        } catch (DiagnosticException notThere) {
            return digest("");
        }
        return digest(rows);
    }

    /** Only the first of the two, which needs no parsing. */
    public static String ofText(Source revision) {
        return TEXT + hex(digest(revision.text()));
    }

    /** Whether two checksums of a meaning were computed in the same way and can be compared. */
    public boolean comparesWith(String otherMeaning) {
        return otherMeaning.startsWith(MEANING) || otherMeaning.startsWith(TEXT);
    }

    /** Whether the meaning can change while the text does not, because it includes other files. */
    public static boolean mayNameFiles(Source revision) {
        return switch (FileKind.of(revision.name()).orElse(FileKind.MIG)) {
            case MIG -> NamedFiles.mayBeIn(revision.text());
            case SQL -> false;
            case JAVASCRIPT -> JsMeaning.mayNameFiles(revision);
        };
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static byte[] digest(String text) {
        return Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(RowFile rows) {
        MessageDigest digest = Sha256.digest();
        try (Reader reader = rows.open()) {
            char[] chunk = new char[1 << 16];
            StringBuilder text = new StringBuilder(chunk.length + 1);
            boolean afterReturn = false;
            for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
                text.setLength(0);
                for (int at = 0; at < count; at++) {
                    // Held back until the next character: only a carriage return before a line feed is dropped.
                    if (afterReturn && chunk[at] != '\n') {
                        text.append('\r');
                    }
                    afterReturn = chunk[at] == '\r';
                    if (!afterReturn) {
                        text.append(chunk[at]);
                    }
                }
                update(digest, text);
            }
            update(digest, afterReturn ? "\r" : "");
            return digest.digest();
        } catch (IOException e) {
            throw new DiagnosticException(TextFiles.unreadable(rows.name(), e), e);
        }
    }

    /** In UTF-16, since a chunk may end within a surrogate pair. */
    private static void update(MessageDigest digest, CharSequence text) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
        bytes.asCharBuffer().put(CharBuffer.wrap(text));
        digest.update(bytes);
    }
}
