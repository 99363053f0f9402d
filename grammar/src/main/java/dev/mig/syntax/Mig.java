package dev.mig.syntax;

import dev.mig.source.Source;

/** The front door: text in, tree or diagnostics out. No input ends in any other exception. */
public final class Mig {
    private Mig() {}

    /** A whole revision file. */
    public static Parsed<MigFile> parse(Source source) {
        throw new UnsupportedOperationException();
    }

    /** A {@code schema.mig}. */
    public static Parsed<MigSchema> parseSchema(Source source) {
        throw new UnsupportedOperationException();
    }
}
