package dev.mig.jdbc;

import dev.mig.jdbc.inspect.Inspector;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.Database;
import dev.mig.model.SchemaModel;
import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks a database how it would tell a schema that it does not have: makes the schema where nobody works, looks at it,
 * and takes it away.
 *
 * <p>An embedded database gets a new one in memory for it. PostgreSQL makes it in a schema of its own, in a transaction
 * that is rolled back; MySQL and MariaDB in a database of its own. Nothing that was there is touched.
 */
public final class Scratch {
    private static final AtomicLong COUNT = new AtomicLong();

    /** What decides how H2 reads statements, and how it tells what it has. */
    private static final Set<String> H2_SETTINGS = Set.of(
            "MODE",
            "DATABASE_TO_UPPER",
            "DATABASE_TO_LOWER",
            "CASE_INSENSITIVE_IDENTIFIERS",
            "DEFAULT_NULL_ORDERING",
            "IGNORECASE",
            "COLLATION",
            "NON_KEYWORDS");

    private final Connections connections;
    private final Database database;
    private final Scope scope;

    /** @param scope what of a schema is looked at, in the database itself too */
    public Scratch(Connections connections, Database database, Scope scope) {
        this.connections = connections;
        this.database = database;
        this.scope = scope;
    }

    public sealed interface Answer {}

    /** The schema, in the database's own words. */
    public record Told(SchemaModel schema) implements Answer {}

    /**
     * The database does not take a statement.
     *
     * @param statement its place in the list, from 0
     */
    public record Failed(int statement, String why) implements Answer {}

    /** There is no place to make it: no right to, or no such database yet. */
    public record Nowhere(String why) implements Answer {}

    /** @param statements that make the schema where there is nothing */
    public Answer ask(List<String> statements) {
        try {
            return switch (database) {
                case H2 -> embedded(h2Url(connections.access().url().text()), statements);
                case SQLITE -> embedded("jdbc:sqlite::memory:", statements);
                case POSTGRESQL, COCKROACHDB, YUGABYTEDB -> inSchema(statements);
                case MYSQL, MARIADB -> inDatabase(statements);
            };
        } catch (SQLException e) {
            return new Nowhere(connections.access().masked(DatabaseWords.of(e)));
        } catch (DiagnosticException unreachable) {
            return new Nowhere(unreachable.diagnostics().getFirst().message());
        }
    }

    static String h2Url(String url) {
        String settings = Stream.of(url.split(";", -1))
                .skip(1)
                .filter(it -> H2_SETTINGS.contains(it.split("=", 2)[0].strip().toUpperCase(Locale.ROOT)))
                .map(it -> ";" + it)
                .collect(Collectors.joining());
        return "jdbc:h2:mem:" + name() + settings;
    }

    static String name() {
        return "mig_scratch_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    }

    private Answer embedded(String url, List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return made(connection, statements, scope);
        }
    }

    /** The schema comes before those that a name without one is looked for in, so that extensions are still found. */
    private Answer inSchema(List<String> statements) throws SQLException {
        String schema = name();
        try (Connection connection = connections.look().orElseThrow()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '1s'");
                statement.execute("create schema " + schema);
                statement.execute(
                        "select set_config('search_path', '" + schema + ", ' || current_setting('search_path'), true)");
                return made(connection, statements, within(schema));
            } finally {
                connection.rollback();
            }
        }
    }

    private Answer inDatabase(List<String> statements) throws SQLException {
        String name = name();
        try (Connection connection = connections.look().orElseThrow();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            try {
                connection.setCatalog(name);
                return made(connection, statements, within(name));
            } finally {
                statement.execute("drop database " + name);
            }
        }
    }

    /** Only what is in the schema of that name, as far as it would be looked at in the database itself. */
    private Scope within(String schema) {
        return new Scope(List.of(schema + ".*"), scope.exclude(), Set.of(), scope.hidden());
    }

    private Answer made(Connection connection, List<String> statements, Scope looked) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int at = 0; at < statements.size(); at++) {
                try {
                    statement.execute(statements.get(at));
                } catch (SQLException e) {
                    return new Failed(at, connections.access().masked(DatabaseWords.of(e)));
                }
            }
        }
        return new Told(Inspector.of(database).inspect(connection, looked));
    }
}
