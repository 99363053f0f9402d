package dev.mig.jdbc;

import dev.mig.script.SqlStyle;
import dev.mig.syntax.Header.Timeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long statements of one connection may wait and run: a flag wins over a revision's header, that over a default. */
final class SessionLimits {
    private final Connection connection;
    private final SqlStyle style;
    private final RunOptions options;
    private long lockMillis = -1;
    private long statementMillis = -1;

    SessionLimits(Connection connection, SqlStyle style, RunOptions options) {
        this.connection = connection;
        this.style = style;
        this.options = options;
    }

    /** From here on, until the next revision says otherwise. */
    void apply(Timeouts header) throws SQLException {
        long lock = first(options.lock(), header.lock(), RunOptions.LOCK).toMillis();
        long statement =
                first(options.statement(), header.statement(), Duration.ZERO).toMillis();
        if (lock != lockMillis) {
            set(style.lockTimeout(), lock);
            lockMillis = lock;
        }
        if (statement != statementMillis) {
            set(style.statementTimeout(), statement);
            statementMillis = statement;
        }
    }

    private void set(String format, long millis) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(format.formatted(millis));
        }
    }

    private static Duration first(@Nullable Duration flag, @Nullable Duration header, Duration otherwise) {
        return flag != null ? flag : header != null ? header : otherwise;
    }
}
