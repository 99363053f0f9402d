package dev.mig.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Rolls back a connection's transaction, whatever state it is in. */
final class Rollback {
    private Rollback() {}

    /**
     * Afterwards the connection has no open transaction, and the driver knows: after some failures SQLite has
     * rolled back by itself, and its driver would continue without a transaction.
     */
    static void of(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            beginAnew(connection);
        }
    }

    private static void beginAnew(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // Switching would commit, but there is nothing to commit.
        }
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            // A connection that cannot even do that is lost, and the database rolls back by itself.
        }
    }
}
