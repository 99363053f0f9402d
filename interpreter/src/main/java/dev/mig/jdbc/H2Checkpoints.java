package dev.mig.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Controls when an embedded H2 database is written to its file during a run: once per step rather than at every
 * commit.
 *
 * <p>H2 visits every table of the database for each write, so in a large database writing costs more than the step
 * itself. Nothing is lost: the file always holds a consistent state, so the journal entry of a statement never
 * appears in it without the statement, nor vice versa.
 *
 * <p>Where others work in the same database, or its author has said when it is to be written, all stays as it is.
 */
final class H2Checkpoints implements AutoCloseable {
    /**
     * Longer than any step, so that H2's own thread does not write: a checkpoint that meets it in the middle of a write
     * finds nothing left to write, and returns before that write has reached the file.
     */
    private static final int DELAY_MILLIS = 24 * 60 * 60 * 1000;

    private final Connection connection;
    private final boolean late;

    private H2Checkpoints(Connection connection, boolean late) {
        this.connection = connection;
        this.late = late;
    }

    /** @param late whether to delay writing until closed: {@link Connections#writesAtCommit()} */
    static H2Checkpoints begin(Connection connection, boolean late) throws SQLException {
        H2Checkpoints writes = new H2Checkpoints(connection, late);
        if (writes.late) {
            writes.execute("set write_delay " + DELAY_MILLIS);
        }
        return writes;
    }

    /** When this returns, everything committed is in the file. */
    void flush() throws SQLException {
        if (late) {
            execute("checkpoint");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Setting the delay commits, which writes immediately. */
    @Override
    public void close() throws SQLException {
        if (late) {
            execute("set write_delay 0");
        }
    }
}
