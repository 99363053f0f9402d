package dev.mig.script;

import dev.mig.model.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * Statements that recreate an existing object with one change. What they are depends on the object as it is.
 *
 * <p>Pure: the same function receives the replayed schema for display and offline SQL, and the actual catalogue when
 * it runs. Nothing unknown to the revisions is lost online, and both texts come from one place.
 */
public sealed interface Restatement
        permits SqliteRebuild, SqliteKeptRebuild, SqliteIndexRename, SqliteViewRestatement, SqliteTableDrop {
    /** Precedes every transaction that moves rows, if nothing else disables foreign keys. */
    String FOREIGN_KEYS_OFF = "pragma foreign_keys = off";

    /** The object whose schema table entries are needed. */
    Identifier about();

    /** Whether the tables with foreign keys to it are needed instead. */
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
