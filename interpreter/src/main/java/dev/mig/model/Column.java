package dev.mig.model;

import dev.mig.syntax.tree.TableItem.Storage;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A column. Its constraints are among those of its table, with names. */
public record Column(
        Identifier name,
        ColumnType type,
        boolean notNull,
        @Nullable SqlValue defaultValue,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable String comment,
        @Nullable Identifier collation) {

    /** Null start and increment: the database's own, 1 and 1. */
    public record Identity(
            boolean always,
            @Nullable BigInteger start,
            @Nullable BigInteger increment) {
        public static final Identity PLAIN = new Identity(false, null, null);
    }

    /**
     * @param expression with its brackets
     * @param storage null if the author leaves it to the database
     */
    public record Generated(String expression, @Nullable Storage storage) {}

    public static Column of(Identifier name, ColumnType type) {
        return new Column(name, type, false, null, null, null, null, null);
    }

    public Column withName(Identifier to) {
        return new Column(to, type, notNull, defaultValue, identity, generated, comment, collation);
    }

    public Column withType(ColumnType to) {
        return new Column(name, to, notNull, defaultValue, identity, generated, comment, collation);
    }

    public Column withNotNull(boolean to) {
        return new Column(name, type, to, defaultValue, identity, generated, comment, collation);
    }

    public Column withDefault(@Nullable SqlValue to) {
        return new Column(name, type, notNull, to, identity, generated, comment, collation);
    }

    public Column withIdentity(@Nullable Identity to) {
        return new Column(name, type, notNull, defaultValue, to, generated, comment, collation);
    }

    public Column withComment(@Nullable String to) {
        return new Column(name, type, notNull, defaultValue, identity, generated, to, collation);
    }

    public Column withGenerated(@Nullable Generated to) {
        return new Column(name, type, notNull, defaultValue, identity, to, comment, collation);
    }

    public Column withCollation(@Nullable Identifier to) {
        return new Column(name, type, notNull, defaultValue, identity, generated, comment, to);
    }
}
