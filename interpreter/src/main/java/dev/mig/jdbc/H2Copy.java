package dev.mig.jdbc;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Copies one H2 database into another, including its rows, with H2's {@code script} command.
 *
 * @param from exists, and is only read
 * @param to has nothing in it yet
 */
record H2Copy(Connections from, Connections to) {
    /** The copy is in memory. */
    private static final long MOST_ROWS = 1_000_000;

    void make() {
        try (Connection source = from.read().orElseThrow();
                Connection target = to.run();
                Statement asked = source.createStatement();
                Statement told = target.createStatement()) {
            requireSmall(asked);
            // Source: https://h2database.com/html/commands.html#script
            try (ResultSet script = asked.executeQuery("script nopasswords")) {
                while (script.next()) {
                    told.execute(script.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new DiagnosticException(
                    Diagnostic.error(
                            Code.NOT_TRIED,
                            Span.none(),
                            "the database cannot be copied: " + from.access().masked(DriverMessage.of(e))),
                    e);
        }
    }

    private static void requireSmall(Statement asked) throws SQLException {
        try (ResultSet found = asked.executeQuery("select sum(row_count_estimate) from information_schema.tables"
                + " where table_schema <> 'INFORMATION_SCHEMA'")) {
            long rows = found.next() ? found.getLong(1) : 0;
            if (rows > MOST_ROWS) {
                throw new DiagnosticException(Diagnostic.error(
                        Code.NOT_TRIED,
                        Span.none(),
                        String.format(
                                Locale.ROOT,
                                "the database has about %,d rows, too many for a copy of it in memory",
                                rows),
                        "try the revisions in an empty one: test",
                        "or look at what they would send: upgrade --dry-run"));
            }
        }
    }
}
