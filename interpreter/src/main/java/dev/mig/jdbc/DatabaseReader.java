package dev.mig.jdbc;

import dev.mig.jdbc.inspect.Inspector;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.jdbc.inspect.UnsupportedObject;
import dev.mig.model.Database;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.script.Dialect;
import dev.mig.script.Script;
import dev.mig.script.SqlStyle;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the state of a database through one plain connection that changes nothing.
 *
 * <p>A database that does not exist yet reads as one without applied revisions; so does one without this program's
 * tables. Not thread-safe.
 */
public final class DatabaseReader implements AutoCloseable {
    /** A database that takes longer to answer is treated as lost. */
    private static final int ANSWER_SECONDS = 2;

    /** The number of revisions named individually in one query. */
    private static final int FEW = 50;

    private final ConnectionSettings access;
    private final OwnTables tables;
    private final Dialect dialect;
    private final SqlStyle style;
    private final VersionTable versions;
    private final JournalReader journal;
    private final JournalDigests digests;
    private final @Nullable Connection connection;

    private DatabaseReader(
            ConnectionSettings access, OwnTables tables, Dialect dialect, @Nullable Connection connection) {
        this.access = access;
        this.tables = tables;
        this.dialect = dialect;
        this.style = dialect.style();
        this.versions = new VersionTable(tables, dialect);
        this.journal = new JournalReader(tables, dialect.style());
        this.digests = new JournalDigests(dialect.style().quoted(tables.journal()));
        this.connection = connection;
    }

    /** @throws dev.mig.source.DiagnosticException if the database cannot be reached */
    public static DatabaseReader open(Connections connections, OwnTables tables, Dialect dialect) {
        return new DatabaseReader(
                connections.access(), tables, dialect, connections.read().orElse(null));
    }

    /**
     * Determines which database it is.
     *
     * @throws dev.mig.source.DiagnosticException if the database cannot be reached, or its turn does not come
     */
    public static DatabaseReader open(Connections connections, OwnTables tables, FileLockWait lockWait) {
        ConnectionSettings access = connections.access();
        Database named = DatabaseDetection.named(access.url());
        Optional<Connection> connection = lockWait.await(connections::read);
        Database database = connection
                .map(it -> DatabaseFailure.guard(access, () -> DatabaseDetection.answering(it, named)))
                .orElse(named);
        return new DatabaseReader(
                access, tables, DatabaseDetection.dialect(database, access.url()), connection.orElse(null));
    }

    /** The database's dialect. */
    public Dialect dialect() {
        return dialect;
    }

    /** Whether the database existed when it was opened. */
    public boolean exists() {
        return connection != null;
    }

    /** Whether the database answers on this connection within a short time. */
    public boolean isAlive() {
        try {
            return connection != null && connection.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The rows of the version table, in alphabetical order. */
    public SortedSet<String> rows() {
        return ask(new TreeSet<>(), it -> {
            try {
                return versions.rows(it);
            } catch (SQLException e) {
                // The catalogue is slow to query, and the table nearly always exists.
                if (versions.width(it).isEmpty()) {
                    return new TreeSet<>();
                }
                throw e;
            }
        });
    }

    /**
     * The rows of Alembic's own table, in a database without this project's differently named version table: the
     * configured name may be wrong. Empty otherwise.
     */
    public SortedSet<String> rowsOfAlembic() {
        if (tables.version().equals(OwnTables.DEFAULT.version())) {
            return new TreeSet<>();
        }
        return ask(new TreeSet<>(), it -> {
            VersionTable other = new VersionTable(OwnTables.DEFAULT, dialect);
            return versions.width(it).isPresent() || other.width(it).isEmpty() ? new TreeSet<>() : other.rows(it);
        });
    }

    /**
     * The step that a run left half done, unless it has been settled since.
     *
     * @param isApplied of the id of a revision, as the version table says
     */
    public Optional<UnfinishedStep> unfinished(Predicate<String> isApplied) {
        return Resumption.settled(askJournal(Optional.empty(), journal::unfinished), isApplied);
    }

    /**
     * How many statements of a script's first step are done already and will not be sent again.
     *
     * @param isApplied of the id of a revision, as the version table says
     * @throws dev.mig.source.DiagnosticException if a run of the script would be refused
     */
    public int finishedStatements(Script script, Predicate<String> isApplied) {
        Optional<UnfinishedStep> unfinished = unfinished(isApplied).map(it -> withoutDoubt(it, script));
        Resumption.require(unfinished, script);
        return unfinished.map(it -> it.done().size()).orElse(0);
    }

    /** As a run would settle it, which also records it. */
    private UnfinishedStep withoutDoubt(UnfinishedStep unfinished, Script script) {
        return unfinished.doubt() == null
                ? unfinished
                : ask(Optional.<Boolean>empty(), it -> new InDoubtCheck(style).settled(it, unfinished, script))
                        .map(unfinished::settled)
                        .orElse(unfinished);
    }

    /** By revision, for at least those that the journal knows to be applied. */
    public Map<String, AppliedDigests> digests(Collection<String> revisions) {
        if (revisions.size() > FEW) {
            return askJournal(Map.of(), digests::read);
        }
        return revisions.isEmpty() ? Map.of() : askJournal(Map.of(), it -> journal.digests(it, revisions));
    }

    /** A revision as it was last applied, if it is in the journal. */
    public Optional<RevisionSnapshot> kept(String revision) {
        return askJournal(Optional.empty(), it -> journal.kept(it, revision));
    }

    /** The database, its version, and the connected user; empty if it does not exist yet. */
    public Optional<String> product() {
        return ask(Optional.empty(), it -> {
            DatabaseMetaData about = it.getMetaData();
            String user = about.getUserName();
            return Optional.of(about.getDatabaseProductName() + " " + about.getDatabaseProductVersion()
                    + (user == null || user.isEmpty() ? "" : " as " + user));
        });
    }

    /** The database's name; empty if it has none. */
    public String name() {
        return ask("", it -> it.getCatalog() == null ? "" : it.getCatalog());
    }

    /** Its version, such as 18.6; before it exists, that of the driver, which for an embedded database is the same. */
    public String version() {
        return DatabaseFailure.guard(access, () -> {
            if (connection == null) {
                Driver driver = DriverManager.getDriver(access.url().text());
                return driver.getMajorVersion() + "." + driver.getMinorVersion();
            }
            DatabaseMetaData told = connection.getMetaData();
            return told.getDatabaseMajorVersion() + "." + told.getDatabaseMinorVersion();
        });
    }

    /** The schema that unqualified names refer to, if any. */
    public Optional<String> schemaOfConnection() {
        return ask(
                Optional.empty(),
                it -> Optional.ofNullable(
                        switch (style.database()) {
                            case H2, POSTGRESQL, COCKROACHDB, YUGABYTEDB -> it.getSchema();
                            case MYSQL, MARIADB -> it.getCatalog();
                            case SQLITE -> null;
                        }));
    }

    /**
     * The number of rows in a table.
     *
     * @param where a condition with its brackets; null for all rows
     * @return empty where the question cannot be answered: the condition may be about what is not there yet
     */
    public OptionalLong rows(QualifiedIdentifier table, @Nullable String where) {
        return count("select count(*) from " + style.quoted(table) + (where == null ? "" : " where " + where));
    }

    /** The number of rows with a value in a column; empty if it cannot be determined. */
    public OptionalLong values(QualifiedIdentifier table, Identifier column) {
        return count("select count(" + style.quoted(column) + ") from " + style.quoted(table));
    }

    /** The structure of the database, without this program's own tables; empty if there is no database yet. */
    public SchemaModel schema(Scope scope) {
        return ask(
                SchemaModel.empty(style.folding()),
                it -> Inspector.of(style.database()).inspect(it, scope.hiding(tables.names())));
    }

    /** Objects that the schema cannot represent. */
    public List<UnsupportedObject> unsupported(Scope scope) {
        return ask(List.of(), it -> UnsupportedObject.in(it, style.database(), scope.hiding(tables.names())));
    }

    /**
     * What the database says of tables that no revision creates; nothing for a missing one. Anything that is not a
     * table, such as a view, is left out. If one is missing, all others are returned as well, for suggestions.
     */
    public Map<QualifiedIdentifier, Optional<Table>> outside(Set<QualifiedIdentifier> names) {
        Map<QualifiedIdentifier, Optional<Table>> told = new LinkedHashMap<>();
        SchemaModel found = schema(Scope.only(names));
        for (QualifiedIdentifier name : names) {
            // The author may have named the schema that the connection uses anyway.
            QualifiedIdentifier bare = QualifiedIdentifier.of(name.name());
            Optional<Table> table = found.table(name)
                    .known()
                    .or(() -> names.contains(bare)
                            ? Optional.empty()
                            : found.table(bare).known());
            if (table.isPresent() || !answers(name)) {
                told.put(name, table.map(it -> it.withName(name)));
            }
        }
        if (told.containsValue(Optional.<Table>empty())) {
            schema(Scope.EVERYTHING).tables().forEach(it -> told.putIfAbsent(it.name(), Optional.of(it)));
        }
        return told;
    }

    /** Whether the name can be selected from, whatever it is. */
    private boolean answers(QualifiedIdentifier name) {
        return connection != null && rows(name, "(1 = 0)").isPresent();
    }

    private OptionalLong count(String sql) {
        return ask(OptionalLong.of(0), it -> {
            try (Statement statement = it.createStatement();
                    ResultSet found = statement.executeQuery(sql)) {
                return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
            } catch (SQLException notNow) {
                return OptionalLong.empty();
            }
        });
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T askJournal(T none, Question<T> question) {
        return ask(none, it -> journal.exists(it) ? question.ask(it) : none);
    }

    private <T> T ask(T none, Question<T> question) {
        return connection == null ? none : DatabaseFailure.guard(access, () -> question.ask(connection));
    }

    @Override
    public void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // It was only read: nothing can be lost.
            }
        }
    }
}
