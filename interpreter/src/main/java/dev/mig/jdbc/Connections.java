package dev.mig.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.mig.connection.Secret;
import dev.mig.files.TextFiles;
import dev.mig.model.Database;
import dev.mig.source.DiagnosticException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to one database.
 *
 * <p>Reading uses one plain connection and creates nothing, not even the file of an embedded database. Running uses a
 * pool, which is created for the first run and reused. Thread-safe.
 */
public final class Connections implements AutoCloseable {
    /** H2: a setting in the URL requires administrator rights. */
    private static final int H2_ADMIN_RIGHTS_REQUIRED = 90040;
    /** H2: the database does not exist and may not be created; the other two codes are from older versions. */
    private static final java.util.Set<Integer> H2_NOT_THERE = java.util.Set.of(90146, 90149, 90013);

    /** As patient as the one driver that has a limit of its own. */
    private static final ConnectTimeout TIMEOUT = new ConnectTimeout(Duration.ofSeconds(30));

    private final ConnectionSettings access;
    private @Nullable HikariDataSource pool;
    private volatile boolean humble;

    public Connections(ConnectionSettings access) {
        this.access = access;
    }

    public ConnectionSettings access() {
        return access;
    }

    /**
     * A plain connection for reading; empty if the database does not exist yet, which is no error.
     *
     * @throws DiagnosticException if it cannot be reached
     */
    public Optional<Connection> read() {
        try {
            return Optional.of(open(false));
        } catch (SQLException e) {
            if (isH2() && H2_NOT_THERE.contains(e.getErrorCode())) {
                return Optional.empty();
            }
            Optional<Path> file = access.url().file();
            if (file.isPresent() && !TextFiles.exists(file.get())) {
                return Optional.empty();
            }
            throw failure(e);
        }
    }

    /**
     * A connection for writing, which may create an embedded database. The caller closes it.
     *
     * @throws DiagnosticException if the database cannot be reached
     */
    public Connection run() {
        try {
            return pool().getConnection();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Whether an embedded database that nobody else uses writes its file at every commit of a connection. */
    boolean writesAtCommit() {
        return !humble && DriverUrl.of(access.url(), true).writesAtCommit();
    }

    private synchronized HikariDataSource pool() throws SQLException {
        if (pool == null) {
            // H2 creates the folder of its file.
            access.url().file().map(Path::getParent).ifPresent(it -> TextFiles.createFolder(it, it.toString()));
            // Opened here, so that the driver reports errors at once, instead of the pool after a while.
            Connection first = open(true);
            // Configured in place: a separate configuration would be copied by reflection, which is slow to start.
            HikariDataSource made = new HikariDataSource();
            made.setDataSource(new Opening(first));
            made.setPoolName("migrate");
            made.setMinimumIdle(0);
            made.setMaximumPoolSize(4);
            made.setInitializationFailTimeout(-1);
            made.setExceptionOverride(new PoolExceptionOverride());
            pool = made;
        }
        return pool;
    }

    private Connection open(boolean mayCreate) throws SQLException {
        DriverUrl url = DriverUrl.of(access.url(), mayCreate);
        try {
            return read(connect(url.full(), url));
        } catch (SQLException e) {
            if (e.getErrorCode() == H2_ADMIN_RIGHTS_REQUIRED && isH2()) {
                humble = true;
                return connect(url.humble(), url);
            }
            throw e;
        }
    }

    /**
     * It would print its opinion of a URL, with the password, to the terminal. In a class of its own, so that other
     * databases do not start logging.
     */
    private static final class PostgresqlLog {
        static final Logger LOGGER = Logger.getLogger("org.postgresql");
    }

    private Connection connect(String text, DriverUrl url) throws SQLException {
        if (isPostgresql()) {
            PostgresqlLog.LOGGER.setLevel(Level.OFF);
        }
        ConnectTimeout.Connecting connecting = () -> DriverManager.getConnection(text, properties(url));
        try {
            return access.url().isOnServer() ? TIMEOUT.await(connecting) : connecting.connect();
        } catch (RuntimeException e) {
            // What drivers throw for a non-numeric setting in the URL.
            throw new SQLException(e.toString(), e);
        }
    }

    private boolean isPostgresql() {
        return access.url()
                .database()
                .flatMap(it -> it.spokenForBy(List.of(Database.POSTGRESQL)))
                .isPresent();
    }

    /**
     * SQLite opens its file lazily; this finds out now whether it is a database. It also makes SQLite parse the
     * definitions of all tables, which can happen while the files of the history are read.
     */
    private Connection read(Connection opened) throws SQLException {
        if (access.url().file().isPresent()) {
            try (Statement statement = opened.createStatement()) {
                statement.execute("select 1 from sqlite_master where false");
            } catch (SQLException e) {
                opened.close();
                throw e;
            }
        }
        return opened;
    }

    private Properties properties(DriverUrl url) {
        Properties properties = new Properties();
        url.properties().forEach(properties::setProperty);
        if (access.user() != null) {
            properties.setProperty("user", access.user());
        }
        Secret password = access.password();
        if (password != null) {
            properties.setProperty("password", password.reveal());
        }
        return properties;
    }

    private boolean isH2() {
        return access.url().database().filter(it -> it == Database.H2).isPresent();
    }

    private DiagnosticException failure(SQLException cause) {
        return new DiagnosticException(new ConnectionFailure(access, cause).diagnostic(), access.masked(cause));
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }

    /** The source of the pool's connections. */
    private final class Opening implements DataSource {
        private final AtomicReference<@Nullable Connection> first;

        Opening(Connection first) {
            this.first = new AtomicReference<>(first);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection made = first.getAndSet(null);
            return made == null ? open(true) : made;
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(@Nullable PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getLogger("dev.mig.jdbc");
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("no " + type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
