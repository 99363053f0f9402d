package dev.mig.jdbc;

import dev.mig.source.DiagnosticException;
import dev.mig.source.Sha256;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A writer lock held by the session, on the connection that runs the statements, so that it is held exactly as long
 * as someone could send one.
 *
 * <p>The lock is polled, never waited for: a session waiting inside a statement keeps a snapshot open, and the
 * holder's {@code create index concurrently} waits for every snapshot, so both would wait forever.
 */
final class AdvisoryLock implements WriterLock {
    private final Connection connection;
    private final long key;

    private AdvisoryLock(Connection connection, long key) {
        this.connection = connection;
        this.key = key;
    }

    /**
     * Waits for the lock, on a connection in autocommit mode.
     *
     * @param versions names the lock, together with the database and the schema it is in
     * @param holder who has it, as far as that can be told before the tables of this program are there
     * @throws DiagnosticException if another run is still the writer when the time is over
     */
    static AdvisoryLock take(Connection connection, String versions, LockWait lockWait, LockWait.Asking holder)
            throws SQLException, InterruptedException {
        String place = connection.getCatalog() + " " + connection.getSchema() + " " + versions;
        long key = ByteBuffer.wrap(Sha256.bytes(place)).getLong();
        lockWait.await(() -> answer(connection, "select pg_try_advisory_lock(" + key + ")"), holder);
        return new AdvisoryLock(connection, key);
    }

    private static boolean answer(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Nothing to check: the next statement uses the connection that holds the lock, or fails. */
    @Override
    public void requireHeld() {}

    /** If free, it is then held by the other connection until that is closed. */
    @Override
    public boolean isOver(Connection other) throws SQLException {
        return answer(other, "select pg_try_advisory_lock(" + key + ")");
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            connection.setAutoCommit(true);
            answer(connection, "select pg_advisory_unlock(" + key + ")");
        }
    }
}
