package dev.mig.project;

import dev.mig.connection.ConnectionUrl;
import dev.mig.connection.Secret;
import dev.mig.files.ScratchFolder;
import dev.mig.files.config.Configuration;
import dev.mig.jdbc.Access;
import dev.mig.jdbc.Attempt;
import dev.mig.jdbc.Connections;
import dev.mig.jdbc.FileTurn;
import dev.mig.jdbc.JdbcRunner;
import dev.mig.jdbc.Look;
import dev.mig.jdbc.Loose;
import dev.mig.jdbc.Operator;
import dev.mig.jdbc.OwnTables;
import dev.mig.jdbc.Recognition;
import dev.mig.jdbc.RunListener;
import dev.mig.jdbc.RunOptions;
import dev.mig.jdbc.ScratchDatabase;
import dev.mig.jdbc.SqlSession;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.script.Dialect;
import dev.mig.script.Script;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The database of a project: found in the configuration, connected to when somebody needs it or a little before. */
public final class Database implements AutoCloseable {
    private final Configuration configuration;
    private final Surroundings surroundings;
    private final OwnTables tables;
    private @Nullable Connections connections;
    private @Nullable CompletableFuture<Look> look;
    private @Nullable SqlSession session;

    Database(Configuration configuration, Surroundings surroundings) {
        this.configuration = configuration;
        this.surroundings = surroundings;
        this.tables = OwnTables.named(
                configuration.migrations().versionTableSchema(),
                configuration.migrations().versionTable());
    }

    /** Connects where only the server can tell which database it is. */
    public Dialect dialect() {
        ConnectionUrl url = configuration.connection().url();
        dev.mig.model.Database named = Recognition.named(url);
        return named.hasRelatives() ? look().dialect() : Recognition.dialect(named, url);
    }

    /** The dialect of the database that the URL names. It does not connect, and so takes it for none of its relatives. */
    public Dialect dialectOfUrl() {
        ConnectionUrl url = configuration.connection().url();
        return Recognition.dialect(Recognition.named(url), url);
    }

    public QualifiedIdentifier versionTable() {
        return tables.version();
    }

    /** Begins to connect, so that files can be read in the meantime. What goes wrong is told by {@link #look}. */
    void connect() {
        connect(FileTurn.NONE);
    }

    void connect(FileTurn turn) {
        if (look == null) {
            // A URL that says nothing is told of here, and not from the thread that connects.
            var unused = Recognition.named(configuration.connection().url());
            look = CompletableFuture.supplyAsync(
                    () -> Look.open(connections(), tables, turn),
                    work -> Thread.ofPlatform().daemon().name("connect").start(work));
        }
    }

    /**
     * Lets go of a connection that an earlier command has opened and that does not answer any more, or that found no
     * database then. Returns whether one was lost.
     */
    public boolean wasLost() {
        CompletableFuture<Look> opened = look;
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

    /** A connection for what a person types in SQL, kept for the next line of it. */
    public SqlSession session() {
        SqlSession open = session;
        if (open == null) {
            open = new SqlSession(connections());
            session = open;
        }
        return open;
    }

    /** One connection for looking. Throws if the database cannot be reached. */
    public Look look() {
        connect();
        try {
            return java.util.Objects.requireNonNull(look).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** The only writer, from when it is returned until it is closed; it may have to wait for its turn. */
    public JdbcRunner runner(RunOptions patience, RunListener listener) {
        return JdbcRunner.open(connections(), tables, dialect(), operator(), patience, listener);
    }

    /** Who runs this. */
    Operator operator() {
        return new Operator(
                surroundings.user(),
                surroundings.host().get(),
                ProcessHandle.current().pid(),
                "migrate " + surroundings.version());
    }

    synchronized Connections connections() {
        if (connections == null) {
            Configuration.Connection connection = configuration.connection();
            @Nullable Secret password = connection.password().fetch();
            connections = new Connections(new Access(connection.url(), connection.user(), password));
        }
        return connections;
    }

    /** Runs a script in one transaction, looks at the schema before and after, and takes it back. */
    public Attempt attempt(Script script, Interruption interruption) {
        try (JdbcRunner runner = runner(RunOptions.DEFAULT, RunListener.SILENT)) {
            return interruption.during(runner::cancel, () -> runner.attempt(script, tables));
        }
    }

    /** Runs a script in a copy of the database, which is gone afterwards. */
    public Attempt attemptInCopy(Script script, Interruption interruption, ScratchFolder folder) {
        try (ScratchDatabase copy =
                        ScratchDatabase.copy(connections(), script.style().database(), folder.path());
                Look look = Look.open(copy.connections(), tables, FileTurn.NONE);
                JdbcRunner runner = JdbcRunner.open(
                        copy.connections(), tables, dialect(), operator(), RunOptions.DEFAULT, RunListener.SILENT)) {
            SchemaModel before = look.schema(Scope.EVERYTHING);
            Loose loose = interruption.during(runner::cancel, () -> runner.perform(script));
            return new Attempt(loose, before, loose.why() == null ? look.schema(Scope.EVERYTHING) : before);
        }
    }

    /**
     * The structure of another database, which is left as it is.
     *
     * @param dialect of this one: only schemas of one kind of database can be compared
     */
    SchemaModel schemaOf(ConnectionUrl url, Dialect dialect, Scope scope) {
        Access access = new Access(url, configuration.connection().user(), null);
        try (Connections other = new Connections(access);
                Look seen = Look.open(other, tables, FileTurn.NONE)) {
            if (seen.dialect().style().database() != dialect.style().database()) {
                throw Wrong.words("the database of " + url.masked() + " is of another kind than that of the project");
            }
            return seen.schema(scope);
        }
    }

    @Override
    public void close() {
        CompletableFuture<Look> opened = look;
        if (opened != null) {
            // A connection that is still being opened belongs to a daemon thread, and ends with the process.
            var unused = opened.thenAccept(Look::close);
        }
        if (session != null) {
            session.close();
        }
        Connections pool = connections;
        if (pool != null) {
            pool.close();
        }
        look = null;
        session = null;
        connections = null;
    }
}
