package dev.mig.model;

/**
 * The name of a database object, as its author meant it. Only dialects turn it into SQL, quoted where necessary.
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
