package dev.mig.files;

import dev.mig.source.Source;

/**
 * What tells without parsing whether a revision can mean something else than before.
 *
 * @param text as {@link Checksums#text} has it
 * @param mayNameFiles whether the meaning may change while the text does not, because other files are a part of it
 */
public record Fingerprint(String text, boolean mayNameFiles) {
    static Fingerprint of(Source revision) {
        return new Fingerprint(Checksums.ofText(revision), Checksums.mayNameFiles(revision));
    }
}
