package dev.mig.script;

import dev.mig.model.Database;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.syntax.tree.Value.Word;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a database spells SQL and what it supports: data only. The order of statements is up to its dialect.
 *
 * @param reserved words that cannot stand as a bare name, in upper case
 * @param nameLimit how long a name may be
 * @param words how the portable words for values are spelled
 * @param ddl what a change of structure does to the transaction that it stands in
 * @param actionsTogether whether one ALTER TABLE takes several actions
 * @param mostParameters that one statement may have
 * @param session how a connection that runs migrations is set up and talked to
 * @param lexicon how the database's own SQL is cut into statements
 * @param offline what stands around statements that people run by hand
 * @param ownTables table options that let the tables of this program hold any text and tell any two ids apart
 */
public record SqlStyle(
        Database database,
        String name,
        String quote,
        Set<String> reserved,
        NameLimit nameLimit,
        TypeNames types,
        Literals literals,
        Map<Word, String> words,
        Set<Feature> features,
        Ddl ddl,
        boolean actionsTogether,
        int mostParameters,
        SessionStyle session,
        SqlLexicon lexicon,
        OfflineStyle offline,
        List<String> ownTables) {

    public SqlStyle {
        reserved = Set.copyOf(reserved);
        words = Map.copyOf(words);
        features = Set.copyOf(features);
        ownTables = List.copyOf(ownTables);
    }

    /**
     * @param bytes whether the length counts UTF-8 bytes, else characters
     * @param everyCharacter whether a name may have characters above U+FFFF, and a blank at its end
     */
    public record NameLimit(int most, boolean bytes, boolean everyCharacter) {
        public NameLimit(int most, boolean bytes) {
            this(most, bytes, true);
        }

        boolean takes(String name) {
            return everyCharacter
                    || (" \t\n\u000b\f\r".indexOf(name.charAt(name.length() - 1)) < 0
                            && name.codePoints().noneMatch(Character::isSupplementaryCodePoint));
        }

        boolean holds(String name) {
            int length = bytes
                    ? name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length
                    : name.codePointCount(0, name.length());
            return length <= most;
        }

        @Override
        public String toString() {
            return most + (bytes ? " bytes" : " characters");
        }
    }

    /** What a change of structure and its transaction do to each other. */
    public enum Ddl {
        /** A rollback takes it back. */
        TRANSACTIONAL,
        /** It commits by itself, and with it what went before it in the transaction. */
        COMMITS_ALL,
        /** It commits by itself, or may; what went before it in the transaction is another matter. */
        APART
    }

    /** Whether a change of structure can be taken back by a rollback. */
    public boolean transactionalDdl() {
        return ddl == Ddl.TRANSACTIONAL;
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** A bare name stays bare wherever it can; quoted because it is reserved, it keeps what the bare name means. */
    public String quoted(Identifier identifier) {
        String text = identifier.text();
        if (identifier.quoted()) {
            return quote(text);
        }
        return reserved.contains(text.toUpperCase(Locale.ROOT))
                ? quote(folding().spelled(identifier))
                : text;
    }

    public String quoted(QualifiedIdentifier name) {
        return name.schema() == null ? quoted(name.name()) : quoted(name.schema()) + "." + quoted(name.name());
    }

    /** Where a type of this name is asked for. */
    String quotedType(QualifiedIdentifier name) {
        Identifier last = name.name();
        return name.schema() == null
                        && !last.quoted()
                        && types.reserved().contains(last.text().toUpperCase(Locale.ROOT))
                ? quote(folding().spelled(last))
                : quoted(name);
    }

    /** Separated by commas. */
    public String quoted(Collection<Identifier> identifiers) {
        return identifiers.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    public Folding folding() {
        return database.folding();
    }

    private String quote(String text) {
        return quote + text.replace(quote, quote + quote) + quote;
    }
}
