package dev.mig.script;

import dev.mig.source.Span;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An edit of a table's text, applied by {@link SqliteRebuild}. Names to be found are in lower case. */
sealed interface SqliteEdit {
    Span span();

    /** @param name as SQL spells it; likewise the definition, which is everything after the name */
    record AddColumn(String name, String definition, Span span) implements SqliteEdit {}

    record DropColumn(String column, boolean ifExists, Span span) implements SqliteEdit {}

    /**
     * @param check the new type's own condition, with its brackets; null for none
     * @param checked whether the old type had one
     * @param using what fills it from the old row; null for its value as it is
     */
    record SetType(
            String column,
            String type,
            @Nullable String check,
            boolean checked,
            @Nullable String using,
            Span span) implements SqliteEdit {}

    record SetNotNull(String column, boolean notNull, Span span) implements SqliteEdit {}

    /** @param value null for none */
    record SetDefault(String column, @Nullable String value, Span span) implements SqliteEdit {}

    /** @param start the first number, if no row has a larger one; null for the one after the largest */
    record AddIdentity(String column, @Nullable BigInteger start, Span span) implements SqliteEdit {}

    /** @param type null where nobody knows which it had been declared with */
    record DropIdentity(String column, @Nullable String type, Span span) implements SqliteEdit {}

    /** @param notNull columns of a primary key, which SQLite would let be null */
    record AddConstraint(String clause, List<String> notNull, Span span) implements SqliteEdit {}

    /**
     * @param like a constraint without a name that means the same; null where nobody knows
     * @param nullable columns that only a primary key kept from being null
     */
    record DropConstraint(
            String constraint, boolean ifExists, @Nullable SqliteClause like, List<String> nullable, Span span)
            implements SqliteEdit {}

    /** @param to as SQL spells it */
    record RenameConstraint(String constraint, String to, Span span) implements SqliteEdit {}

    /** Whether a column's name stands in it. */
    default boolean mentions(String column) {
        return switch (this) {
            case AddColumn it -> SqliteTokens.mentions(it.name() + " " + it.definition(), column);
            case DropColumn it -> it.column().equals(column);
            case SetType it ->
                it.column().equals(column) || (it.using() != null && SqliteTokens.mentions(it.using(), column));
            case SetNotNull it -> it.column().equals(column);
            case SetDefault it -> it.column().equals(column);
            case AddIdentity it -> it.column().equals(column);
            case DropIdentity it -> it.column().equals(column);
            case AddConstraint it -> SqliteTokens.mentions(it.clause(), column);
            case DropConstraint it -> it.nullable().contains(column);
            case RenameConstraint it -> false;
        };
    }
}
