package dev.mig.files;

/**
 * A fingerprint, and how it was taken: two of different algorithms say nothing about each other.
 *
 * @param algorithm of letters, digits and {@code -}
 * @param hex in lower case
 */
public record Checksum(String algorithm, String hex) {
    /** What {@link #toString()} wrote; a text without an algorithm has the empty one. */
    public static Checksum parse(String text) {
        int colon = text.indexOf(':');
        return new Checksum(text.substring(0, Math.max(colon, 0)), text.substring(colon + 1));
    }

    /** {@code algorithm:hex}. */
    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
