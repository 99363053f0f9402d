package dev.mig.jdbc;

import dev.mig.script.SessionStyle;
import dev.mig.script.SqlStyle;
import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A writer lock for databases where DDL commits and thereby releases the locks of its transaction: a second
 * connection keeps a row of the journal locked throughout. The lock ends with that connection, and the connection
 * with the process.
 */
final class RowLock implements WriterLock {
    private static final long LOCK_ROW = -1;

    private final Connection connection;
    private final String journal;
    private final LockHolderRow rows;
    private final SessionStyle.LockRefusals refusals;

    private RowLock(Connection connection, String journal, SessionStyle.LockRefusals refusals) {
        this.connection = connection;
        this.journal = journal;
        this.rows = new LockHolderRow(journal);
        this.refusals = refusals;
    }

    /**
     * Waits for the lock. The journal must exist.
     *
     * @throws DiagnosticException if another run is still the writer when the time is over
     */
    static RowLock take(Connections connections, OwnTables tables, SqlStyle style, LockWait lockWait)
            throws SQLException, InterruptedException {
        Connection connection = connections.run();
        try {
            connection.setAutoCommit(false);
            RowLock lock = new RowLock(
                    connection, style.quoted(tables.journal()), style.session().lockRefusals());
            lock.makeRow();
            lockWait.await(lock::locked, () -> lock.rows.read(connection));
            lock.sayWhoHolds(connections, lockWait.operator());
            return lock;
        } catch (SQLException | InterruptedException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void makeRow() throws SQLException {
        if (rows.found(connection, LOCK_ROW)) {
            return;
        }
        try {
            rows.make(connection, LOCK_ROW, "lock");
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            // Another run created it at the same moment.
            if (!rows.found(connection, LOCK_ROW)) {
                throw e;
            }
        }
    }

    private boolean locked() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id from " + journal + " where id = " + LOCK_ROW + " for update nowait")) {
            return row.next();
        } catch (SQLException e) {
            connection.rollback();
            if (refusals.tell(e.getSQLState(), e.getErrorCode())) {
                return false;
            }
            throw e;
        }
    }

    /** On another connection, because a commit on this one would release the lock. */
    private void sayWhoHolds(Connections connections, Operator operator) throws SQLException {
        try (Connection other = connections.run()) {
            rows.say(other, operator);
        }
    }

    /** Queries the connection itself: if it is gone, so is the lock. */
    @Override
    public void requireHeld() throws SQLException {
        rows.found(connection, LOCK_ROW);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
