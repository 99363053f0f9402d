package dev.mig.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The exclusive right to write to a database, from when it is acquired until it is closed or its connection ends.
 *
 * <p>One class a way that databases have to do it; {@link dev.mig.script.SessionStyle.OneWriter} says which.
 */
sealed interface WriterLock extends AutoCloseable permits AdvisoryLock, FileLock, LeasedRow, NamedLock, RowLock {
    /** Called before every statement: a writer that has lost its lock must not continue. */
    void requireHeld() throws SQLException;

    /**
     * Whether another connection finds that this run's session is over, if the lock can tell: then nothing the
     * session did can still take effect.
     */
    default boolean isOver(Connection other) throws SQLException {
        return true;
    }

    /** Releases the lock; open transactions on the run's connection have been rolled back. */
    @Override
    void close() throws SQLException;
}
