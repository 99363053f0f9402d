package dev.mig.script;

import dev.mig.model.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * Statements that repeat something which the database already has, with one thing about it changed: what they are can
 * only be said when it is known what is there.
 *
 * <p>Pure: the same function gets what the replayed schema holds, for what is shown and written offline, and what the
 * database itself holds at the moment of running. So nothing is lost online that no revision knows of, and both texts
 * come from one place.
 */
public sealed interface Restatement
        permits SqliteRebuild, SqliteKeptRebuild, SqliteIndexRename, SqliteViewRestatement, SqliteTableDrop {
    /** What stands before every transaction where rows move and nobody else looks after it. */
    String FOREIGN_KEYS_OFF = "pragma foreign_keys = off";

    /** Whose entries in the schema table are wanted. */
    Identifier about();

    /** Whether, in place of those, it is wanted which other tables refer to it. */
    default boolean asksForReferences() {
        return false;
    }

    /**
     * Whether rows leave their table on the way, which SQLite takes for a deletion, and what refers to them for deleted
     * with them, as long as it enforces foreign keys.
     */
    default boolean movesRows() {
        return false;
    }

    /**
     * A condition that holds if the database has more on it than was known when the statements were made, or has it in
     * other words, so that they would lose something; empty where they could not.
     */
    default Optional<String> unforeseen(SqliteMaster known) {
        return Optional.empty();
    }

    /** A condition that holds if it left the database in a state that it must not stay in; empty where none can be. */
    default Optional<String> broken() {
        return Optional.empty();
    }

    /**
     * In order, to be run in one transaction.
     *
     * @throws dev.mig.source.DiagnosticException if what is there does not allow it
     */
    List<String> statements(SqliteMaster master);
}
