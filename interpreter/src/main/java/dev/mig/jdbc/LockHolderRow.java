package dev.mig.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The journal row that says who holds the lock, for those who wait. It is not the lock: it remains when its writer
 * has gone, and is meaningful only while the lock is held.
 */
final class LockHolderRow {
    private static final long ID = -2;

    private final String journal;

    /** @param journal as SQL spells it */
    LockHolderRow(String journal) {
        this.journal = journal;
    }

    /** A row of the journal that is not about a run. */
    void make(Connection connection, long id, String kind) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into " + journal
                + " (id, run, step, kind, outcome, started_at) values (?, 0, 0, ?, 'done', ?)")) {
            statement.setLong(1, id);
            statement.setString(2, kind);
            statement.setObject(3, OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    boolean found(Connection connection, long id) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from " + journal + " where id = " + id)) {
            return row.next();
        }
    }

    /** Only the writer may call this; the caller commits. */
    void say(Connection connection, Operator operator) throws SQLException {
        if (!update(connection, operator)) {
            make(connection, ID, "holder");
            update(connection, operator);
        }
    }

    private boolean update(Connection connection, Operator operator) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update " + journal
                + " set os_user = ?, host = ?, process = ?, tool = ?, started_at = ? where id = " + ID)) {
            statement.setString(1, operator.osUser());
            statement.setString(2, operator.host());
            statement.setLong(3, operator.process());
            statement.setString(4, operator.tool());
            statement.setObject(5, OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
            return statement.executeUpdate() > 0;
        }
    }

    LockHolder read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select os_user, host, process, started_at from " + journal + " where id = " + ID)) {
            if (!row.next() || row.getString("os_user") == null) {
                return LockHolder.UNKNOWN;
            }
            OffsetDateTime since = row.getObject("started_at", OffsetDateTime.class);
            return new LockHolder(
                    row.getString("os_user"),
                    row.getString("host"),
                    row.getLong("process"),
                    since == null ? null : since.toInstant());
        }
    }
}
