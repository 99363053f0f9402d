package dev.mig.model;

/**
 * A name of something in a database, as its author meant it. Dialects quote it; nothing else may glue it into SQL.
 *
 * @param text at least one character, without quotes, variables replaced
 * @param quoted exact in case and characters; a bare one is folded by the database
 */
public record Identifier(String text, boolean quoted) {
    public Identifier {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an identifier has at least one character");
        }
    }

    public static Identifier bare(String text) {
        return new Identifier(text, false);
    }

    public static Identifier exact(String text) {
        return new Identifier(text, true);
    }

    /** As messages show it. */
    @Override
    public String toString() {
        return text;
    }
}
