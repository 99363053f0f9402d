package dev.mig.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Rolls back a connection's transaction, whatever state it is in. */
final class Rollback {
    private Rollback() {}

    /**
     * Afterwards the connection has nothing open, and the driver knows it: at some failures SQLite has taken the
     * transaction back by itself, and its driver would go on without one.
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
            // There is nothing to commit, which it would.
        }
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            // A connection that cannot even do that is lost, and the database takes everything back by itself.
        }
    }
}
