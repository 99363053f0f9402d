package dev.mig.files;

import dev.mig.model.RowFile;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.syntax.Mig;
import dev.mig.syntax.MigFile;
import dev.mig.syntax.MigPrinter;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Two fingerprints of a revision, each as {@code algorithm:hex}: those of different algorithms say nothing about each
 * other.
 *
 * @param text of the file as it is, apart from line ends and a byte-order mark, which a checkout may change
 * @param meaning of what the file does: comments, layout and the spelling of keywords are not in it, the files that it
 *     names are
 */
public record Checksums(String text, String meaning) {
    private static final String TEXT = "sha256:";

    /** The number goes up when the same meaning gets another canonical form. */
    private static final String MEANING = "sha256-mig1:";

    /**
     * Of a revision's text; what is no {@code .mig} file, or none that can be read, means its text.
     *
     * @param scripts the files of SQL that it runs, in their order
     * @param rows the files that it loads, in their order; they are read here, whatever their size
     * @throws DiagnosticException if rows cannot be read
     */
    public static Checksums of(Source revision, List<Source> scripts, List<RowFile> rows) {
        byte[] text = digest(revision.text());
        MigFile file =
                FileKind.of(revision.name()).filter(it -> it == FileKind.MIG).isPresent()
                        ? Mig.parse(revision).tree()
                        : null;
        MessageDigest meaning = sha256();
        meaning.update(file == null ? text : digest(MigPrinter.canonical(file)));
        scripts.forEach(it -> meaning.update(digest(it.text())));
        rows.forEach(it -> meaning.update(digest(it)));
        return new Checksums(TEXT + hex(text), MEANING + hex(meaning.digest()));
    }

    /** The first of the two alone, which needs no parsing. */
    public static String ofText(Source revision) {
        return TEXT + hex(digest(revision.text()));
    }

    /** Whether the other checksum of a meaning was made in the same way, so that it can be compared with this one. */
    public boolean comparesWith(String otherMeaning) {
        return otherMeaning.startsWith(MEANING);
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static byte[] digest(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(RowFile rows) {
        MessageDigest digest = sha256();
        try (Reader reader = rows.open()) {
            char[] chunk = new char[1 << 16];
            StringBuilder text = new StringBuilder(chunk.length + 1);
            boolean afterReturn = false;
            for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
                text.setLength(0);
                for (int at = 0; at < count; at++) {
                    // Held back until the next character: only a carriage return before a line feed goes.
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
