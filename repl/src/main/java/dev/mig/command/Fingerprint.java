package dev.mig.command;

import dev.mig.source.Source;
import dev.mig.syntax.Mig;
import dev.mig.syntax.MigFile;
import dev.mig.syntax.MigPrinter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Two checksums of a revision: of its text, and of what it means, which comments and layout do not change.
 *
 * @param text {@code sha256:} and 64 hex digits
 * @param meaning the same; equal for two texts that do the same
 */
record Fingerprint(String text, String meaning) {

    /** Of a file whose name tells its kind; a text that cannot be parsed means itself. */
    static Fingerprint of(Source source) {
        String text = digest(source.text());
        if (!source.name().endsWith(".mig")) {
            return new Fingerprint(text, text);
        }
        MigFile file = Mig.parse(source).tree();
        return new Fingerprint(text, file == null ? text : digest(MigPrinter.canonical(file)));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
