package dev.mig.jdbc;

import dev.mig.script.SqlStyle;
import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What the steps of a run share: one connection and everything that uses it. */
record RunSession(
        Connection connection,
        Connections connections,
        SqlStyle style,
        VersionTable versions,
        JournalReader reader,
        JournalWriter journal,
        WriterLock lock,
        H2Checkpoints writes,
        ForeignKeys foreignKeys,
        SessionLimits limits,
        CurrentStatement running,
        OtherSessions others,
        RunListener listener) {
    private static final int LOOKS = 100;
    private static final long LOOK_MILLIS = 100;

    ConnectionSettings access() {
        return connections.access();
    }

    StatementSender sender() {
        return new StatementSender(connection, access(), style, running, listener, foreignKeys);
    }

    /**
     * Whether a row of the journal is done, as another connection sees it: for the case that this one is lost. Empty where nobody can
     * tell: the database does not answer, or the lost session may still be committing.
     */
    Optional<Boolean> isDone(long row) {
        try {
            for (int i = 0; i < LOOKS; i++) {
                Optional<Boolean> told = look(row);
                if (told.isPresent()) {
                    return told;
                }
                running.pause(LOOK_MILLIS);
            }
        } catch (SQLException interrupted) {
            // Nobody wants to wait for it.
        }
        return Optional.empty();
    }

    /** Over a connection of its own: what broke this one may break that one too, and be over a little later. */
    private Optional<Boolean> look(long row) {
        try (Connection other = connections.read().orElseThrow()) {
            boolean over = lock.isOver(other);
            // In this order: what is not done once the session is over never will be.
            if (reader.isDone(other, row)) {
                return Optional.of(true);
            }
            return over ? Optional.of(false) : Optional.empty();
        } catch (SQLException | DiagnosticException | NoSuchElementException e) {
            return Optional.empty();
        }
    }
}
