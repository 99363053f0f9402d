package dev.mig.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a database folds bare names, which determines whether two names are equal. */
public enum Folding {
    UPPER,
    LOWER,
    /** Case is kept and does not matter, quoted or not. */
    IGNORED;

    /** What needs no quotes in any of the databases, reserved words aside. */
    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /**
     * The identifier of what a database calls so, as an author would write it: bare wherever the bare name means the
     * same.
     *
     * @param stored as the catalogue has it
     */
    public Identifier stored(String stored) {
        String bare = switch (this) {
            case UPPER -> stored.toLowerCase(Locale.ROOT);
            case LOWER, IGNORED -> stored;
        };
        boolean same = this == IGNORED || key(Identifier.bare(bare)).equals(stored);
        return same && BARE.matcher(bare).matches() ? Identifier.bare(bare) : Identifier.exact(stored);
    }

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

    /** What a name is called once the database has folded it: how it must be quoted, or looked for in a catalogue. */
    public String spelled(Identifier identifier) {
        return this == IGNORED ? identifier.text() : key(identifier);
    }

    /** Equal for two names if and only if they name one thing; no key is the beginning of a schema's. */
    public String key(QualifiedIdentifier name) {
        Identifier schema = name.schema();
        return schema == null ? key(name.name()) : key(name.name()) + '\0' + key(schema);
    }

    public boolean same(Identifier one, Identifier other) {
        return key(one).equals(key(other));
    }

    public boolean same(QualifiedIdentifier one, QualifiedIdentifier other) {
        return key(one).equals(key(other));
    }

    /** The same columns in the same order. */
    public boolean same(List<Identifier> some, List<Identifier> others) {
        return some.stream()
                .map(this::key)
                .toList()
                .equals(others.stream().map(this::key).toList());
    }
}
