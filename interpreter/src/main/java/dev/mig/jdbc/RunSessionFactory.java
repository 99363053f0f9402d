package dev.mig.jdbc;

import dev.mig.script.Dialect;
import dev.mig.script.SqlStyle;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Everything from a URL to a session that may write: the connection, the lock, the program's own tables. */
record RunSessionFactory(
        Connections connections,
        OwnTables tables,
        Dialect dialect,
        Operator operator,
        RunOptions options,
        RunListener listener) {

    /** @throws DiagnosticException if the database cannot be reached, or another run does not end in time */
    RunSession open() {
        Connection connection = new FileLockWait(options.lockWait(), listener::waiting).await(connections::run);
        WriterLock lock = null;
        try {
            SqlStyle style = dialect.style();
            for (String sql : style.session().opening()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
            VersionTable versions = new VersionTable(tables, dialect);
            JournalReader reader = new JournalReader(tables, style);
            lock = lock(connection, versions, reader);
            connection.setAutoCommit(false);
            JournalWriter journal = new JournalWriter(
                    connection, tables, style, operator, reader.lastId(connection), connections.access()::masked);
            H2Checkpoints writes = H2Checkpoints.begin(connection, connections.writesAtCommit());
            OtherSessions others =
                    OtherSessions.than(connection, connections, style.session().sessions());
            CurrentStatement running = new CurrentStatement(others);
            SessionLimits limits = new SessionLimits(
                    connection,
                    style.session(),
                    options,
                    running,
                    connections.access().url().isOnServer());
            return new RunSession(
                    connection,
                    connections,
                    style,
                    versions,
                    reader,
                    journal,
                    lock,
                    writes,
                    new ForeignKeys(connection),
                    limits,
                    running,
                    others,
                    listener);
        } catch (SQLException e) {
            close(connection, lock);
            throw DatabaseFailure.of(connections.access(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(connection, lock);
            throw new DiagnosticException(StatementFailure.interrupted(Span.none()), e);
        } catch (RuntimeException e) {
            close(connection, lock);
            throw e;
        }
    }

    /** If possible, the lock is taken before this program's tables are created, so that only one run creates them. */
    private WriterLock lock(Connection connection, VersionTable versions, JournalReader reader)
            throws SQLException, InterruptedException {
        LockWait lockWait = new LockWait(operator, options.lockWait(), listener);
        LockHolderRow holder = new LockHolderRow(dialect.style().quoted(tables.journal()));
        return switch (dialect.style().session().oneWriter()) {
            case ADVISORY ->
                ofSession(
                        connection,
                        versions,
                        reader,
                        AdvisoryLock.take(
                                connection,
                                dialect.style().folding().key(tables.version().name()),
                                lockWait,
                                () -> reader.exists(connection) ? holder.read(connection) : LockHolder.UNKNOWN));
            case NAMED -> {
                if (LeasedRow.isNeeded(connection)) {
                    makeTables(connection, versions, reader);
                    yield LeasedRow.take(connections, tables, dialect.style(), lockWait, LeasedRow.LEASE);
                }
                yield ofSession(
                        connection,
                        versions,
                        reader,
                        NamedLock.take(
                                connection,
                                dialect.style().folding().key(tables.version()),
                                lockWait,
                                () -> reader.exists(connection) ? holder.read(connection) : LockHolder.UNKNOWN));
            }
            case LOCKED_FILE -> {
                FileLock lock = FileLock.take(connection, lockWait);
                makeTables(connection, versions, reader);
                yield lock;
            }
            case LOCKED_ROW -> {
                makeTables(connection, versions, reader);
                yield RowLock.take(connections, tables, dialect.style(), lockWait);
            }
        };
    }

    private WriterLock ofSession(Connection connection, VersionTable versions, JournalReader reader, WriterLock lock)
            throws SQLException {
        try {
            makeTables(connection, versions, reader);
            new LockHolderRow(dialect.style().quoted(tables.journal())).say(connection, operator);
            return lock;
        } catch (SQLException | RuntimeException e) {
            // The connection returns to its pool and must not keep the lock.
            lock.close();
            throw e;
        }
    }

    private void makeTables(Connection connection, VersionTable versions, JournalReader reader) throws SQLException {
        if (versions.width(connection).isEmpty()) {
            versions.create(connection);
        }
        if (!reader.exists(connection)) {
            JournalWriter.create(connection, tables, dialect);
        }
    }

    static void close(Connection connection, @Nullable WriterLock lock) {
        try (connection;
                lock) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // Nothing is lost: commits are durable, and the lock ends with its connection.
        }
    }
}
