package dev.mig.jdbc;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.sql.SQLException;

/** Failures outside the statements of a migration: while reading, or writing the program's own tables. */
final class DatabaseFailure {
    private DatabaseFailure() {}

    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    static <T> T guard(ConnectionSettings access, Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw of(access, e);
        }
    }

    static DiagnosticException of(ConnectionSettings access, SQLException cause) {
        if (DriverMessage.tellOfABusyFile(cause)) {
            return new DiagnosticException(busy(access, "wait for it to end, or end it"), access.masked(cause));
        }
        return new DiagnosticException(
                Diagnostic.error(
                        Code.DATABASE_FAILED,
                        Span.none(),
                        "the database " + access.url().masked() + " failed: "
                                + access.masked(DriverMessage.withCode(cause)),
                        "look at what was done: migrate current"),
                access.masked(cause));
    }

    static Diagnostic busy(ConnectionSettings access, String wayOut) {
        return Diagnostic.error(
                Code.DATABASE_IN_USE,
                Span.none(),
                "another program is writing to the database " + access.url().masked(),
                wayOut);
    }
}
