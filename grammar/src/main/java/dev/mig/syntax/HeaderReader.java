package dev.mig.syntax;

import dev.mig.source.Source;

/**
 * Reads the header lines of a revision file without reading the rest, and without ANTLR: a command that only looks
 * reads thousands of them.
 */
public final class HeaderReader {
    private HeaderReader() {}

    /** How the lines of a header are marked in a kind of file. */
    public enum Style {
        MIG,
        JAVASCRIPT,
        SQL
    }

    public static Parsed<Header> read(Source source, Style style) {
        throw new UnsupportedOperationException();
    }
}
