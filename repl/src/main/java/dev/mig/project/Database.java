package dev.mig.project;

import dev.mig.connection.ConnectionUrl;
import dev.mig.connection.Secret;
import dev.mig.files.ScratchFolder;
import dev.mig.files.config.Configuration;
import dev.mig.jdbc.AdHocResult;
import dev.mig.jdbc.ConnectionSettings;
import dev.mig.jdbc.Connections;
import dev.mig.jdbc.DatabaseDetection;
import dev.mig.jdbc.DatabaseReader;
import dev.mig.jdbc.FileLockWait;
import dev.mig.jdbc.JdbcRunner;
import dev.mig.jdbc.Operator;
import dev.mig.jdbc.OwnTables;
import dev.mig.jdbc.RunListener;
import dev.mig.jdbc.RunOptions;
import dev.mig.jdbc.ScratchDatabase;
import dev.mig.jdbc.SqlSession;
import dev.mig.jdbc.TrialResult;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.script.Dialect;
import dev.mig.script.Script;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The project's database: taken from the configuration, and connected on first use or shortly before. */
public final class Database implements AutoCloseable {
    private final Configuration configuration;
    private final ProcessEnvironment process;
    private final OwnTables tables;
    private @Nullable Connections connections;
    private @Nullable CompletableFuture<DatabaseReader> reader;
    private @Nullable SqlSession session;

    Database(Configuration configuration, ProcessEnvironment process) {
        this.configuration = configuration;
        this.process = process;
        this.tables = OwnTables.named(
                configuration.migrations().versionTableSchema(),
                configuration.migrations().versionTable());
    }

    /** Connects if only the server can tell which database it is. */
    public Dialect dialect() {
        ConnectionUrl url = configuration.connection().url();
        dev.mig.model.Database named = DatabaseDetection.named(url);
        return named.hasRelatives() ? reader().dialect() : DatabaseDetection.dialect(named, url);
    }

    /** The dialect for the URL. Does not connect, and therefore does not recognise relatives. */
    public Dialect dialectOfUrl() {
        ConnectionUrl url = configuration.connection().url();
        return DatabaseDetection.dialect(DatabaseDetection.named(url), url);
    }

    public QualifiedIdentifier versionTable() {
        return tables.version();
    }

    /** Starts connecting, so that files can be read meanwhile. Errors are reported by {@link #reader}. */
    void connect() {
        connect(FileLockWait.NONE);
    }

    void connect(FileLockWait lockWait) {
        if (reader == null) {
            // An invalid URL is reported here and not on the connecting thread.
            var unused = DatabaseDetection.named(configuration.connection().url());
            reader = CompletableFuture.supplyAsync(
                    () -> DatabaseReader.open(connections(), tables, lockWait),
                    work -> Thread.ofPlatform().daemon().name("connect").start(work));
        }
    }

    /**
     * Drops a connection opened by an earlier command that no longer answers, or that found no database then.
     * Returns whether there was one.
     */
    public boolean wasLost() {
        CompletableFuture<DatabaseReader> opened = reader;
        if (opened == null) {
            return false;
        }
        boolean open = opened.isDone() && !opened.isCompletedExceptionally();
        if (open && opened.join().isAlive()) {
            return false;
        }
        boolean lost = open && opened.join().exists();
        close();
        return lost;
    }

    /** Forgets that there was no database: somebody else may have made it since. */
    void lookAgain() {
        CompletableFuture<DatabaseReader> opened = reader;
        if (opened != null
                && !opened.isCompletedExceptionally()
                && !opened.join().exists()) {
            reader = null;
        }
    }

    /** A connection for SQL typed by a person, kept for the next line. */
    public SqlSession session() {
        SqlSession open = session;
        if (open == null) {
            open = new SqlSession(connections());
            session = open;
        }
        return open;
    }

    /** A read-only view through one connection. Throws if the database cannot be reached. */
    public DatabaseReader reader() {
        connect();
        try {
            return java.util.Objects.requireNonNull(reader).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** The exclusive writer until closed; may wait for the lock. */
    public JdbcRunner runner(RunOptions patience, RunListener listener) {
        return JdbcRunner.open(connections(), tables, dialect(), operator(), patience, listener);
    }

    /** The operator recorded in the journal. */
    Operator operator() {
        return new Operator(
                process.user(), process.host().get(), ProcessHandle.current().pid(), "migrate " + process.version());
    }

    synchronized Connections connections() {
        if (connections == null) {
            Configuration.Connection connection = configuration.connection();
            @Nullable Secret password = connection.password().fetch();
            connections = new Connections(new ConnectionSettings(connection.url(), connection.user(), password));
        }
        return connections;
    }

    /** Runs a script in one transaction, inspects the schema before and after, and rolls back. */
    public TrialResult attempt(Script script, Interruption interruption) {
        try (JdbcRunner runner = runner(RunOptions.DEFAULT, RunListener.SILENT)) {
            return interruption.during(runner::cancel, () -> runner.attempt(script, tables));
        }
    }

    /** Runs a script in a temporary copy of the database. */
    public TrialResult attemptInCopy(Script script, Interruption interruption, ScratchFolder folder) {
        try (ScratchDatabase copy =
                        ScratchDatabase.copy(connections(), script.style().database(), folder.path());
                DatabaseReader reader = DatabaseReader.open(copy.connections(), tables, FileLockWait.NONE);
                JdbcRunner runner = JdbcRunner.open(
                        copy.connections(), tables, dialect(), operator(), RunOptions.DEFAULT, RunListener.SILENT)) {
            SchemaModel before = reader.schema(Scope.EVERYTHING);
            AdHocResult loose = interruption.during(runner::cancel, () -> runner.perform(script));
            return new TrialResult(loose, before, loose.why() == null ? reader.schema(Scope.EVERYTHING) : before);
        }
    }

    /**
     * The structure of another database, which is not changed.
     *
     * @param dialect of this one: only schemas of one kind of database can be compared
     */
    SchemaModel schemaOf(ConnectionUrl url, Dialect dialect, Scope scope) {
        ConnectionSettings access =
                new ConnectionSettings(url, configuration.connection().user(), null);
        try (Connections other = new Connections(access);
                DatabaseReader seen = DatabaseReader.open(other, tables, FileLockWait.NONE)) {
            if (seen.dialect().style().database() != dialect.style().database()) {
                throw UsageError.words(
                        "the database of " + url.masked() + " is of another kind than that of the project");
            }
            return seen.schema(scope);
        }
    }

    @Override
    public void close() {
        CompletableFuture<DatabaseReader> opened = reader;
        if (opened != null) {
            // A connection still being opened belongs to a daemon thread and ends with the process.
            var unused = opened.thenAccept(DatabaseReader::close);
        }
        if (session != null) {
            session.close();
        }
        Connections pool = connections;
        if (pool != null) {
            pool.close();
        }
        reader = null;
        session = null;
        connections = null;
    }
}
