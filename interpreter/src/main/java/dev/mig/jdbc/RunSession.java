package dev.mig.jdbc;

import dev.mig.script.SqlStyle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What the steps of a run share: one connection and everything that works on it. */
record RunSession(
        Connection connection,
        Connections connections,
        SqlStyle style,
        VersionTable versions,
        JournalReader reader,
        JournalWriter journal,
        WriterLock lock,
        FileWrites writes,
        ForeignKeys foreignKeys,
        SessionLimits limits,
        Sending sending,
        RunListener listener) {

    Access access() {
        return connections.access();
    }

    /** Whether a step is done, as another connection sees it: for the case that this one is lost. */
    boolean isDone(long step) throws SQLException {
        Optional<Connection> other = connections.look();
        if (other.isEmpty()) {
            return false;
        }
        try (Connection asked = other.get()) {
            return reader.isDone(asked, step);
        }
    }
}
