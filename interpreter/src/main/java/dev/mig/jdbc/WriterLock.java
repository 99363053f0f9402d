package dev.mig.jdbc;

import java.sql.SQLException;

/**
 * Being the only writer of a database, from when it was taken until it is closed or its connection ends.
 *
 * <p>One class a way that databases have to do it; {@link dev.mig.script.SessionStyle.OneWriter} says which.
 */
sealed interface WriterLock extends AutoCloseable permits AdvisoryLock, FileLock, NamedLock, RowLock {
    /** Before every statement: a writer that has lost its lock must not go on. */
    void requireHeld() throws SQLException;

    /** Gives the lock up; whatever is still open on the connection of the run has been rolled back before. */
    @Override
    void close() throws SQLException;
}
