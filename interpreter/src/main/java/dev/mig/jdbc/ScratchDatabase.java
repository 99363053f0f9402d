package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An empty database to run revisions in, dropped when closed: in memory for H2, in a folder that the caller deletes
 * for SQLite, a new database on the same server for the others.
 */
public final class ScratchDatabase implements AutoCloseable {
    /** The part of a server URL that names the database. */
    private static final Pattern NAME = Pattern.compile("(jdbc:\\w+:(?://[^/?]*/?)?)([^?/]*)(.*)");

    private final Connections server;
    private final Database database;
    private final String name;
    private final Connections connections;

    private ScratchDatabase(Connections server, Database database, String name, ConnectionSettings access) {
        this.server = server;
        this.database = database;
        this.name = name;
        this.connections = new Connections(access);
    }

    /**
     * @param server the database beside which it is made
     * @param folder an empty one, for a database that is a file
     * @throws DiagnosticException if the server does not let it be made
     */
    public static ScratchDatabase open(Connections server, Database database, Path folder) {
        String name = SchemaNormalizer.name();
        ConnectionSettings access = server.access();
        String url = access.url().text();
        return switch (database) {
            case H2 -> new ScratchDatabase(server, database, name, embedded(SchemaNormalizer.h2Url(url)));
            case SQLITE ->
                new ScratchDatabase(server, database, name, embedded("jdbc:sqlite:" + folder.resolve("scratch.db")));
            case POSTGRESQL, COCKROACHDB, YUGABYTEDB, MYSQL, MARIADB -> {
                tell(server, "create database " + name);
                ConnectionUrl beside = new ConnectionUrl(named(url, name));
                yield new ScratchDatabase(
                        server, database, name, new ConnectionSettings(beside, access.user(), access.password()));
            }
        };
    }

    /** A copy of the database including its rows; H2 only. */
    public static ScratchDatabase copy(Connections source, Database database, Path folder) {
        ScratchDatabase made = open(source, database, folder);
        try {
            new H2Copy(source, made.connections()).make();
            return made;
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
    }

    private static ConnectionSettings embedded(String url) {
        return new ConnectionSettings(new ConnectionUrl(url), null, null);
    }

    private static String named(String url, String name) {
        Matcher matcher = NAME.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no database is named in the URL");
        }
        String before = matcher.group(1);
        boolean ends = before.endsWith("/") || !before.contains("//");
        return before + (ends ? "" : "/") + name + matcher.group(3);
    }

    private static void tell(Connections server, String sql) {
        try (Connection connection = server.read().orElseThrow();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DiagnosticException(
                    Diagnostic.error(
                            Code.SCRATCH_REFUSED,
                            Span.none(),
                            "the server does not let an empty database be made for the test: "
                                    + server.access().masked(DriverMessage.of(e)),
                            "test in an embedded one: migrate test --url jdbc:h2:mem:test"),
                    e);
        }
    }

    public Connections connections() {
        return connections;
    }

    @Override
    public void close() {
        try {
            if (database == Database.H2) {
                // A pool closes its connections one by one; the in-memory database would outlive them.
                tell(connections, "shutdown");
            }
        } finally {
            connections.close();
        }
        switch (database) {
            case H2, SQLITE -> {
                // Nothing remains of it.
            }
            case POSTGRESQL, COCKROACHDB, YUGABYTEDB, MYSQL, MARIADB -> tell(server, "drop database " + name);
        }
    }
}
