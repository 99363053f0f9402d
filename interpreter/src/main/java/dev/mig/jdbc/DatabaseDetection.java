package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import dev.mig.script.Dialect;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Detects which database a URL leads to. Related databases share a protocol, and therefore drivers and URLs: only the
 * server can tell them apart.
 */
public final class DatabaseDetection {
    private DatabaseDetection() {}

    /**
     * The database named by the URL, which may have relatives.
     *
     * @throws DiagnosticException if it is none of those known here
     */
    public static Database named(ConnectionUrl url) {
        return url.database().orElseThrow(() -> unknown(url));
    }

    /** @throws DiagnosticException if this version has no dialect for it */
    public static Dialect dialect(Database database, ConnectionUrl url) {
        return Dialect.of(database).orElseThrow(() -> unknown(url));
    }

    /** The database that answered. */
    static Database answering(Connection connection, Database named) throws SQLException {
        return switch (named) {
            case H2, SQLITE -> named;
            case POSTGRESQL, COCKROACHDB, YUGABYTEDB -> {
                String version = version(connection);
                yield version.contains("CockroachDB")
                        ? Database.COCKROACHDB
                        : version.contains("-YB-") ? Database.YUGABYTEDB : Database.POSTGRESQL;
            }
            case MYSQL, MARIADB -> version(connection).contains("MariaDB") ? Database.MARIADB : Database.MYSQL;
        };
    }

    private static String version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("select version()")) {
            return version.next() ? String.valueOf(version.getString(1)) : "";
        }
    }

    private static DiagnosticException unknown(ConnectionUrl url) {
        return new DiagnosticException(Diagnostic.error(
                Code.DRIVER_MISSING,
                Span.none(),
                "this version of migrate does not know the database of " + url.masked(),
                "a URL looks like jdbc:postgresql://host/app, jdbc:mariadb://host/app, jdbc:sqlite:app.db or"
                        + " jdbc:h2:./data/app"));
    }
}
