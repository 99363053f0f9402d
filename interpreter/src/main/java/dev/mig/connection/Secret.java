package dev.mig.connection;

/**
 * A password. Its text comes out of {@link #reveal()} and no other way: it has no text form, no equality and cannot be
 * serialised, so that it does not end in a log by being somebody's field.
 */
public final class Secret {
    private static final String MASK = "***";
    private final String text;

    public Secret(String text) {
        this.text = text;
    }

    /** The text, for the driver only. */
    public String reveal() {
        return text;
    }

    /** A foreign text, such as a driver's message, with this secret masked. */
    public String struckFrom(String words) {
        return text.isEmpty() ? words : words.replace(text, MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
