package dev.mig.jdbc;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.sql.SQLException;

/** Failures outside the statements of a migration: while this program looks, or writes its own tables. */
final class DatabaseFailure {
    private DatabaseFailure() {}

    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    static <T> T guard(Access access, Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw of(access, e);
        }
    }

    static DiagnosticException of(Access access, SQLException cause) {
        return new DiagnosticException(
                Diagnostic.error(
                        Code.DATABASE_FAILED,
                        Span.none(),
                        "the database " + access.url().masked() + " failed: "
                                + access.masked(DatabaseWords.withCode(cause)),
                        "look at what was done: migrate current"),
                cause);
    }
}
