package dev.mig.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The databases that files can name, each with its family and how it folds bare names.
 *
 * <p>A vocabulary only: what a database can do and how it spells it is said by its dialect.
 */
public enum Database {
    H2("h2", null, Folding.UPPER),
    POSTGRESQL("postgresql", null, Folding.LOWER),
    COCKROACHDB("cockroachdb", POSTGRESQL, Folding.LOWER),
    YUGABYTEDB("yugabytedb", POSTGRESQL, Folding.LOWER),
    MYSQL("mysql", null, Folding.IGNORED),
    MARIADB("mariadb", MYSQL, Folding.IGNORED),
    SQLITE("sqlite", null, Folding.IGNORED);

    private final String word;
    private final Optional<Database> family;
    private final Folding folding;

    Database(String word, @org.jspecify.annotations.Nullable Database family, Folding folding) {
        this.word = word;
        this.family = Optional.ofNullable(family);
        this.folding = folding;
    }

    /** As written in files. */
    public String word() {
        return word;
    }

    public Folding folding() {
        return folding;
    }

    /** Whether other databases speak its protocol, so that only the server can tell which one it is. */
    public boolean hasRelatives() {
        return family.isPresent()
                || Arrays.stream(values())
                        .anyMatch(it -> it.family.filter(this::equals).isPresent());
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Database::word).toList();
    }

    public static Optional<Database> named(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Which of the databases that one statement names speaks for this one: itself, else its family ({@code mysql} for
     * MariaDB, {@code postgresql} for its relatives), else none.
     */
    public Optional<Database> spokenForBy(Collection<Database> named) {
        return named.contains(this) ? Optional.of(this) : family.filter(named::contains);
    }
}
