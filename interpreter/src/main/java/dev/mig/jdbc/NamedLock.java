package dev.mig.jdbc;

import dev.mig.source.DiagnosticException;
import dev.mig.source.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A writer lock by name, on MySQL and MariaDB, on the connection that runs the statements. It survives commits and
 * ends with its connection.
 *
 * <p>Names are server-wide and short, so the name is a digest of the database and the version table.
 */
final class NamedLock implements WriterLock {
    private static final int DIGEST_LENGTH = 32;

    private final Connection connection;
    private final String name;

    private NamedLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /**
     * Waits for the lock.
     *
     * @param versions names the lock, together with the database
     * @param holder who has it, as far as that can be told before the tables of this program are there
     * @throws DiagnosticException if another run is still the writer when the time is over
     */
    static NamedLock take(Connection connection, String versions, LockWait lockWait, LockWait.Asking holder)
            throws SQLException, InterruptedException {
        NamedLock lock = new NamedLock(connection, name(connection.getCatalog() + " " + versions));
        lockWait.await(() -> lock.answer("select get_lock(?, 0)") == 1, holder);
        return lock;
    }

    static String name(String place) {
        return "migrate " + Sha256.hex(place).substring(0, DIGEST_LENGTH);
    }

    /** Queries on the lock's own connection: if the connection is gone, so is the lock. */
    @Override
    public void requireHeld() throws SQLException {
        if (answer("select is_used_lock(?) = connection_id()") != 1) {
            throw new SQLException("the lock that makes this run the only writer is gone", "08003");
        }
    }

    @Override
    public boolean isOver(Connection other) throws SQLException {
        return answer(other, "select is_free_lock(?)") == 1;
    }

    private long answer(String question) throws SQLException {
        return answer(connection, question);
    }

    private long answer(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() ? answer.getLong(1) : 0;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            answer("select release_lock(?)");
        }
    }
}
