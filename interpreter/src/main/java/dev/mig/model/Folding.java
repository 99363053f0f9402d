package dev.mig.model;

import java.util.Locale;

/** What a database makes of a bare name, which decides when two names are one. */
public enum Folding {
    UPPER,
    LOWER,
    /** Case is kept and does not matter, quoted or not. */
    IGNORED;

    /** Equal for two identifiers if and only if they name one thing. */
    public String key(Identifier identifier) {
        return switch (this) {
            case UPPER ->
                identifier.quoted() ? identifier.text() : identifier.text().toUpperCase(Locale.ROOT);
            case LOWER ->
                identifier.quoted() ? identifier.text() : identifier.text().toLowerCase(Locale.ROOT);
            case IGNORED -> identifier.text().toLowerCase(Locale.ROOT);
        };
    }
}
