package dev.mig.jdbc;

import dev.mig.diff.ComparedSchema;
import dev.mig.diff.ComparisonBasis;
import dev.mig.diff.Difference;
import dev.mig.diff.RelocatedSchema;
import dev.mig.jdbc.inspect.Inspector;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.Database;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.script.Dialect;
import dev.mig.script.ScriptCompiler;
import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks a database how it would describe a schema that it does not have: creates the schema in a scratch place,
 * inspects it, and drops it.
 *
 * <p>For an embedded database the scratch place is a new one in memory. On PostgreSQL it is a schema, in a
 * transaction that is rolled back; on MySQL and MariaDB, a database. Existing objects are not touched.
 */
public final class SchemaNormalizer {
    private static final AtomicLong COUNT = new AtomicLong();

    /** Settings that affect how H2 parses statements and describes objects. */
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
    private final Dialect dialect;
    private final Database database;
    private final Scope scope;

    /** @param scope what part of a schema is compared, in the database itself, too */
    public SchemaNormalizer(Connections connections, Dialect dialect, Scope scope) {
        this.connections = connections;
        this.dialect = dialect;
        this.database = dialect.style().database();
        this.scope = scope;
    }

    public sealed interface Answer {}

    /** The schema as the database describes it. */
    public record Told(SchemaModel schema) implements Answer {}

    /** The database rejects a statement. */
    public record Failed(String sql, String why) implements Answer {}

    /** There is no place to create it: a missing privilege, or no database yet. */
    public record Nowhere(String why) implements Answer {}

    /**
     * @param written as an author words it
     * @throws DiagnosticException if it holds what the database lacks
     */
    public Answer ask(SchemaModel written) {
        try {
            return switch (database) {
                case H2 -> embedded(h2Url(connections.access().url().text()), written);
                case SQLITE -> embedded("jdbc:sqlite::memory:", written);
                case POSTGRESQL, COCKROACHDB, YUGABYTEDB -> onServer(pace -> inSchema(written, pace));
                case MYSQL, MARIADB -> onServer(pace -> inDatabase(written, pace));
            };
        } catch (SQLException e) {
            return new Nowhere(connections.access().masked(DriverMessage.of(e)));
        }
    }

    /** How the statements are sent. */
    private enum Pace {
        IN_ONE_GO,
        ONE_BY_ONE
    }

    @FunctionalInterface
    private interface Attempt {
        Answer make(Pace pace) throws SQLException;
    }

    /** One by one, each statement takes a round trip; that is only needed to find out which of them fails. */
    private static Answer onServer(Attempt attempt) throws SQLException {
        Answer answer = attempt.make(Pace.IN_ONE_GO);
        return answer instanceof Failed ? attempt.make(Pace.ONE_BY_ONE) : answer;
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

    private Answer embedded(String url, SchemaModel written) throws SQLException {
        List<String> statements = statements(written);
        try (Connection connection = DriverManager.getConnection(url)) {
            return made(connection, statements, Pace.ONE_BY_ONE, scope);
        }
    }

    /** The schema comes first in the search path, and the others stay in it, so that extensions are found. */
    private Answer inSchema(SchemaModel written, Pace pace) throws SQLException {
        Beside beside = new Beside(name(), written);
        try (Connection connection = beside.connection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '1s'");
                statement.execute("create schema " + beside.own());
                statement.execute("select set_config('search_path', '" + beside.own()
                        + ", ' || current_setting('search_path'), true)");
                return beside.made(connection, pace);
            } finally {
                connection.rollback();
            }
        }
    }

    private Answer inDatabase(SchemaModel written, Pace pace) throws SQLException {
        Beside beside = new Beside(name(), written);
        try (Connection connection = beside.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + beside.own());
            try {
                connection.setCatalog(beside.own());
                return beside.made(connection, pace);
            } finally {
                statement.execute("drop database " + beside.own());
                for (Identifier schema : beside.others()) {
                    statement.execute("drop database if exists " + schema);
                }
            }
        }
    }

    private List<String> statements(SchemaModel written) {
        SchemaModel empty = SchemaModel.empty(dialect.style().folding());
        List<Operation> operations = Difference.between(
                ComparedSchema.of(empty),
                ComparedSchema.of(written),
                dialect.style(),
                ComparisonBasis.AUTHORS,
                List.of());
        return new ScriptCompiler(dialect).literal(operations, empty);
    }

    private Answer made(Connection connection, List<String> statements, Pace pace, Scope looked) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String sent = "";
            try {
                switch (pace) {
                    case IN_ONE_GO -> {
                        for (String sql : statements) {
                            statement.addBatch(sql);
                        }
                        statement.executeBatch();
                    }
                    case ONE_BY_ONE -> {
                        for (String sql : statements) {
                            sent = sql;
                            statement.execute(sql);
                        }
                    }
                }
            } catch (SQLException e) {
                return new Failed(sent, connections.access().masked(DriverMessage.of(e)));
            }
        }
        return new Told(Inspector.of(database).inspect(connection, looked));
    }

    /** A schema created next to others on a server: all its database schemas get an unused prefix. */
    private final class Beside {
        private final String name;
        private final SchemaModel written;
        private final Map<Identifier, Identifier> there = new LinkedHashMap<>();
        private final Map<Identifier, Identifier> back = new LinkedHashMap<>();

        Beside(String name, SchemaModel written) {
            this.name = name;
            this.written = written;
            for (Identifier schema : written.schemas()) {
                Identifier moved = Identifier.bare(own() + back.size());
                there.put(schema, moved);
                back.put(moved, schema);
            }
        }

        /** For unqualified names. */
        String own() {
            return name + "_";
        }

        Collection<Identifier> others() {
            return there.values();
        }

        Connection connection() {
            return connections
                    .read()
                    .orElseThrow(() -> new IllegalStateException("a server's database is there or an error"));
        }

        /** Only the created objects are inspected, within the configured scope. */
        Answer made(Connection connection, Pace pace) throws SQLException {
            Folding folding = dialect.style().folding();
            List<String> statements = statements(new RelocatedSchema(there, folding).of(written));
            Scope made = new Scope(List.of(own() + "*.*"), scope.exclude(), Set.of(), scope.hidden());
            return switch (SchemaNormalizer.this.made(connection, statements, pace, made)) {
                case Told(SchemaModel told) -> new Told(new RelocatedSchema(back, folding).of(told));
                case Failed it -> it;
                case Nowhere it -> it;
            };
        }
    }
}
