package dev.mig.jdbc;

import dev.mig.script.SessionStyle;
import dev.mig.syntax.tree.Header.Timeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The lock and statement timeouts of one connection: a flag overrides a revision's header, which overrides the
 * default.
 */
final class SessionLimits {
    /** What a server may take to stop a statement and to take back what it did. */
    private static final long GRACE_MILLIS = 30_000;

    private final Connection connection;
    private final SessionStyle style;
    private final RunOptions options;
    private final CurrentStatement running;
    private final boolean onServer;
    private long lockMillis = -1;
    private long statementMillis = -1;

    SessionLimits(
            Connection connection, SessionStyle style, RunOptions options, CurrentStatement running, boolean onServer) {
        this.onServer = onServer;
        this.connection = connection;
        this.style = style;
        this.options = options;
        this.running = running;
    }

    /** Applies from here on, until the next revision changes it. */
    void apply(Timeouts header) throws SQLException {
        long lock = first(options.lock(), header.lock(), RunOptions.LOCK).toMillis();
        long statement =
                first(options.statement(), header.statement(), Duration.ZERO).toMillis();
        if (lock != lockMillis) {
            set(style.lockLimit(), lock);
            lockMillis = lock;
        }
        if (statement != statementMillis) {
            if (style.statementLimit().formats().isEmpty()) {
                running.limit(statement);
            } else {
                set(style.statementLimit(), statement);
            }
            running.giveUpAfter(onServer && statement > 0 ? statement + GRACE_MILLIS : 0);
            statementMillis = statement;
        }
    }

    private void set(SessionStyle.Limit limit, long millis) throws SQLException {
        for (String sql : limit.of(millis)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /** After a rollback, which may have reset the settings. */
    void forget() {
        lockMillis = -1;
        statementMillis = -1;
    }

    private static Duration first(@Nullable Duration flag, @Nullable Duration header, Duration otherwise) {
        return flag != null ? flag : header != null ? header : otherwise;
    }
}
