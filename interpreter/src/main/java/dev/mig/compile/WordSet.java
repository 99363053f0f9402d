package dev.mig.compile;

/**
 * Which words a text may contain: small enough to be kept for every text of a history. It errs on one side only, and
 * says of some words that they may be there although they are not.
 */
public final class WordSet {
    private static final int BITS = 1 << 9;

    private final long[] bits = new long[BITS / Long.SIZE];

    /** Some of the words are not known before somebody says what a variable stands for. */
    private final boolean everything;

    private WordSet(String text) {
        this.everything = WordSearch.anyWord(text, (start, end, hash) -> {
            // Every text says "create table": nobody looks for such a word there.
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

    /** Hashes of words that differ in their last characters only lie next to each other. */
    private static int bit(int hash) {
        return (hash * 0x9E3779B1) >>> (Integer.SIZE - 9);
    }
}
