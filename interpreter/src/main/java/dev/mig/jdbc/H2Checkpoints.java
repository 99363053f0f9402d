package dev.mig.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

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
    private static final int DELAY_MILLIS = 1000;

    private final Connection connection;
    private final boolean late;
    private final int delayMillis;
    /** By the machine's own count of nanoseconds. */
    private long written = System.nanoTime();

    private H2Checkpoints(Connection connection, boolean late, int delayMillis) {
        this.connection = connection;
        this.late = late;
        this.delayMillis = delayMillis;
    }

    /** @param late whether to delay writing until closed: {@link Connections#writesAtCommit()} */
    static H2Checkpoints begin(Connection connection, boolean late) throws SQLException {
        return begin(connection, late, DELAY_MILLIS);
    }

    /** @param delayMillis after which H2's own thread writes */
    static H2Checkpoints begin(Connection connection, boolean late, int delayMillis) throws SQLException {
        H2Checkpoints writes = new H2Checkpoints(connection, late, delayMillis);
        writes.delay();
        return writes;
    }

    /**
     * When this returns, everything committed is in the file.
     *
     * <p>A checkpoint alone is not enough: one that meets H2's own thread in the middle of a write finds nothing left to
     * write, and returns before that write has reached the file. Without a delay there is no such thread, and what it
     * had begun is finished. It never writes sooner than the delay after the last write.
     */
    void flush() throws SQLException {
        if (!late) {
            return;
        }
        boolean alone = System.nanoTime() - written < TimeUnit.MILLISECONDS.toNanos(delayMillis) / 2;
        if (alone) {
            execute("checkpoint");
        } else {
            execute("set write_delay 0");
            execute("checkpoint");
            delay();
        }
        written = System.nanoTime();
    }

    private void delay() throws SQLException {
        if (late) {
            execute("set write_delay " + delayMillis);
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
