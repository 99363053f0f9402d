package dev.mig.compile;

/**
 * Which words a text may contain: small enough to be kept for every text of a history. It errs on one side only, and
 * says of some words that they may be there although they are not.
 */
public final class WordSet {
    private static final int BITS = 1 << 9;

    private final long[] bits = new long[BITS / Long.SIZE];

    /** Some words are unknown until a variable is set. */
    private final boolean everything;

    private WordSet(String text) {
        this.everything = WordSearch.anyWord(text, (start, end, hash) -> {
            // Every text contains "create table", so such words are not searched for.
            if (!WordSearch.isKind(text, start, end, hash)) {
                bits[bit(hash) / Long.SIZE] |= 1L << bit(hash);
            }
            return false;
        });
    }

    public static WordSet of(String text) {
        return new WordSet(text);
    }

    /** @param hash as {@link WordSearch} computes it */
    boolean mayContain(int hash) {
        return everything || (bits[bit(hash) / Long.SIZE] & 1L << bit(hash)) != 0;
    }

    /** Hashes of words that differ only in their last characters are adjacent. */
    private static int bit(int hash) {
        return (hash * 0x9E3779B1) >>> (Integer.SIZE - 9);
    }
}
