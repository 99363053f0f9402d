package dev.mig.files;

import dev.mig.model.RowFile;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.syntax.MigFile;
import dev.mig.syntax.MigPrinter;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The two fingerprints of a revision: of its text, and of what it does. */
public final class Checksums {
    private static final String TEXT = "sha256";

    /** The number goes up when the same meaning gets another canonical form. */
    private static final String MEANING = "sha256-mig1";

    private Checksums() {}

    /** Of the text as it is, apart from line ends and a byte-order mark: a checkout may change those. */
    public static Checksum ofText(Source text) {
        return new Checksum(TEXT, HexFormat.of().formatHex(digest(text.text())));
    }

    /**
     * Of what a revision does: comments, layout and the spelling of keywords are not in it, the files beside it are.
     *
     * @param scripts what it runs from other files, in order
     * @param rows what it loads, in order; they are read here, whatever their size
     * @throws DiagnosticException if rows cannot be read
     */
    public static Checksum ofMeaning(MigFile file, List<Source> scripts, List<RowFile> rows) {
        MessageDigest all = sha256();
        all.update(digest(MigPrinter.canonical(file)));
        scripts.forEach(it -> all.update(digest(it.text())));
        rows.forEach(it -> all.update(digest(it)));
        return new Checksum(MEANING, HexFormat.of().formatHex(all.digest()));
    }

    private static byte[] digest(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(RowFile rows) {
        MessageDigest digest = sha256();
        try (Reader reader = rows.open()) {
            char[] chunk = new char[1 << 16];
            boolean afterReturn = false;
            for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
                StringBuilder text = new StringBuilder(count + 1);
                for (int at = 0; at < count; at++) {
                    // Not at once: the line feed that belongs to a carriage return may open the next chunk.
                    if (afterReturn && chunk[at] != '\n') {
                        text.append('\r');
                    }
                    afterReturn = chunk[at] == '\r';
                    if (!afterReturn) {
                        text.append(chunk[at]);
                    }
                }
                digest.update(StandardCharsets.UTF_16BE.encode(CharBuffer.wrap(text)));
            }
            return digest.digest(afterReturn ? new byte[] {0, '\r'} : new byte[0]);
        } catch (IOException e) {
            throw new DiagnosticException(TextFiles.unreadable(rows.name(), e), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
