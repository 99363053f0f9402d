package dev.mig.jdbc;

import dev.mig.script.SqlStyle;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Makes a run the only writer where DDL commits, and so gives up every lock of its transaction: a second connection
 * keeps a row of the journal locked from the beginning to the end. The lock goes with its connection, and its
 * connection with the process.
 */
final class RowLock implements AutoCloseable {
    private static final long LOCK_ROW = -1;
    private static final long HOLDER_ROW = -2;
    private static final long POLL_MILLIS = 100;

    private final Connection connection;
    private final String journal;

    private RowLock(Connection connection, String journal) {
        this.connection = connection;
        this.journal = journal;
    }

    /**
     * Waits for its turn.
     *
     * @throws DiagnosticException if another run is still the writer when the time is over
     */
    static RowLock take(
            Connections connections,
            OwnTables tables,
            SqlStyle style,
            Operator operator,
            Duration patience,
            RunListener listener)
            throws SQLException, InterruptedException {
        Connection connection = connections.run();
        try {
            connection.setAutoCommit(false);
            RowLock lock = new RowLock(connection, style.quoted(tables.journal()));
            lock.makeRow(LOCK_ROW, "lock");
            lock.makeRow(HOLDER_ROW, "holder");
            lock.waitForTurn(patience, listener);
            lock.sayWhoHolds(connections, operator);
            return lock;
        } catch (SQLException | InterruptedException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void makeRow(long id, String kind) throws SQLException {
        if (found(id)) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("insert into " + journal
                + " (id, run, step, kind, outcome, started_at) values (?, 0, 0, ?, 'done', ?)")) {
            statement.setLong(1, id);
            statement.setString(2, kind);
            statement.setObject(3, OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            // Another run made it at the same moment.
            if (!found(id)) {
                throw e;
            }
        }
    }

    private boolean found(long id) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from " + journal + " where id = " + id)) {
            return row.next();
        }
    }

    private void waitForTurn(Duration patience, RunListener listener) throws SQLException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!locked()) {
            Holder holder = holder();
            if (System.nanoTime() >= end) {
                throw new DiagnosticException(Diagnostic.error(
                        Code.RUN_LOCKED,
                        Span.none(),
                        "another run is writing to this database: " + holder,
                        "wait for it to end, or wait longer: --run-timeout 5min"));
            }
            listener.waiting(holder);
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean locked() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id from " + journal + " where id = " + LOCK_ROW + " for update nowait")) {
            return row.next();
        } catch (SQLException e) {
            connection.rollback();
            if ("HYT00".equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private Holder holder() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select os_user, host, process, started_at from " + journal + " where id = " + HOLDER_ROW)) {
            if (!row.next() || row.getString("os_user") == null) {
                return Holder.UNKNOWN;
            }
            OffsetDateTime since = row.getObject("started_at", OffsetDateTime.class);
            return new Holder(
                    row.getString("os_user"),
                    row.getString("host"),
                    row.getLong("process"),
                    since == null ? null : since.toInstant());
        }
    }

    /** On another connection, because a commit on this one would give the lock up. */
    private void sayWhoHolds(Connections connections, Operator operator) throws SQLException {
        try (Connection other = connections.run();
                PreparedStatement statement = other.prepareStatement("update " + journal
                        + " set os_user = ?, host = ?, process = ?, tool = ?, started_at = ? where id = "
                        + HOLDER_ROW)) {
            statement.setString(1, operator.osUser());
            statement.setString(2, operator.host());
            statement.setLong(3, operator.process());
            statement.setString(4, operator.tool());
            statement.setObject(5, OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** Asks the connection itself: a lock whose connection is gone is no lock. */
    void requireHeld() throws SQLException {
        found(LOCK_ROW);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
