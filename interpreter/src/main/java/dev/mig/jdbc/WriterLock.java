package dev.mig.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The exclusive right to write to a database, from when it is acquired until it is closed or its connection ends.
 *
 * <p>One class a way that databases have to do it; {@link dev.mig.script.SessionStyle.OneWriter} says which.
 */
sealed interface WriterLock extends AutoCloseable permits AdvisoryLock, FileLock, LeasedRow, NamedLock, RowLock {
    /** Before every statement: a writer that has lost its lock must not go on. */
    void requireHeld() throws SQLException;

    /**
     * Whether another connection finds that the session of this run is over, where the lock can tell: then nothing of
     * what that session did can still become true.
     */
    default boolean isOver(Connection other) throws SQLException {
        return true;
    }

    /** Gives the lock up; whatever is still open on the connection of the run has been rolled back before. */
    @Override
    void close() throws SQLException;
}
