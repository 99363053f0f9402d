package dev.mig.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum of a text in the journal, prefixed with the name of the algorithm. */
final class Digest {
    private Digest() {}

    static String of(String text) {
        return "sha256:" + HexFormat.of().formatHex(bytes(text));
    }

    /** 32 bytes. */
    static byte[] bytes(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
