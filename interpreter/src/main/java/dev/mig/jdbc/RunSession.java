package dev.mig.jdbc;

import dev.mig.script.SqlStyle;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the steps of a run share: one connection and everything that works on it. */
record RunSession(
        Connection connection,
        Access access,
        SqlStyle style,
        VersionTable versions,
        JournalWriter journal,
        @Nullable RowLock lock,
        SessionLimits limits,
        Sending sending,
        RunListener listener) {

    /** Before every statement: a writer that has lost its lock must not go on. */
    void requireLock() throws SQLException {
        if (lock != null) {
            lock.requireHeld();
        }
    }
}
