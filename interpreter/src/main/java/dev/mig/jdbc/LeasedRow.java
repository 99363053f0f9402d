package dev.mig.jdbc;

import dev.mig.script.SqlStyle;
import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A writer lock for a Galera cluster, where locks on one node mean nothing to the others: a journal row holds a lease
 * by the clock of the cluster, renewed as long as the run lives. If two nodes commit at the same time, only one
 * succeeds. A process that dies keeps the lock until its lease expires.
 */
final class LeasedRow implements WriterLock {
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final long ROW = -1;

    private final Connection connection;
    private final String journal;
    private final String token = UUID.randomUUID().toString();
    private final SqlStyle style;
    private final Duration lease;
    private final CountDownLatch ended = new CountDownLatch(1);
    /** By the clock of this process, which excludes time in which it did not run. */
    private final AtomicLong heldUntil = new AtomicLong();

    private LeasedRow(Connection connection, String journal, SqlStyle style, Duration lease) {
        this.connection = connection;
        this.journal = journal;
        this.style = style;
        this.lease = lease;
    }

    static boolean isNeeded(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("show variables like 'wsrep_on'")) {
            return found.next() && "ON".equalsIgnoreCase(found.getString(2));
        }
    }

    /**
     * Waits for the lock. The journal must exist.
     *
     * @throws DiagnosticException if another run is still the writer when the time is over
     */
    static LeasedRow take(Connections connections, OwnTables tables, SqlStyle style, LockWait lockWait, Duration lease)
            throws SQLException, InterruptedException {
        Connection connection = connections.run();
        try {
            LockHolderRow holder = new LockHolderRow(style.quoted(tables.journal()));
            LeasedRow row = new LeasedRow(connection, style.quoted(tables.journal()), style, lease);
            row.make(holder);
            lockWait.await(row::lease, () -> holder.read(connection));
            holder.say(connection, lockWait.operator());
            Thread.ofPlatform().daemon().name("migrate lease").start(row::renewUntilEnded);
            return row;
        } catch (SQLException | InterruptedException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void make(LockHolderRow rows) throws SQLException {
        if (!rows.found(connection, ROW)) {
            try {
                rows.make(connection, ROW, "lock");
            } catch (SQLException e) {
                // Another run created it at the same moment.
                if (!rows.found(connection, ROW)) {
                    throw e;
                }
            }
        }
    }

    private boolean lease() throws SQLException {
        return lease("(outcome <> 'leased' or started_at < current_timestamp(6))");
    }

    /** A lease that someone else held meanwhile is not resumed: nobody can tell what was done in between. */
    private void renew() throws SQLException {
        lease("progress = '" + token + "'");
    }

    private synchronized boolean lease(String condition) throws SQLException {
        long now = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement("update " + journal
                + " set outcome = 'leased', progress = ?, started_at = current_timestamp(6) + interval ? microsecond"
                + " where id = " + ROW + " and " + condition)) {
            statement.setString(1, token);
            statement.setLong(2, lease.toNanos() / 1000);
            if (statement.executeUpdate() == 0) {
                return false;
            }
            heldUntil.set(now + lease.toNanos());
            return true;
        } catch (SQLException e) {
            if (style.session().lockRefusals().tell(e.getSQLState(), e.getErrorCode())) {
                // Another node was faster.
                return false;
            }
            throw e;
        }
    }

    private void renewUntilEnded() {
        try {
            while (!ended.await(lease.toMillis() / 3, TimeUnit.MILLISECONDS)) {
                try {
                    renew();
                } catch (SQLException e) {
                    // The current lease runs out; whoever wants to send a statement after it is told.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void requireHeld() throws SQLException {
        if (System.nanoTime() >= heldUntil.get()) {
            throw new SQLException("the lease that makes this run the only writer has run out", "08003");
        }
    }

    @Override
    public void close() throws SQLException {
        ended.countDown();
        try (connection) {
            giveUp();
        }
    }

    private synchronized void giveUp() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update " + journal
                + " set outcome = 'done', progress = null where id = " + ROW + " and progress = ?")) {
            statement.setString(1, token);
            statement.executeUpdate();
        }
    }
}
