package dev.mig.jdbc;

import dev.mig.source.Sha256;

/** The checksum of a text in the journal, prefixed with the name of the algorithm. */
final class Digest {
    private Digest() {}

    static String of(String text) {
        return "sha256:" + Sha256.hex(text);
    }
}
