package dev.mig.jdbc;

import dev.mig.files.LockFile;
import dev.mig.source.DiagnosticException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A writer lock for a database in a single file, held on a second file next to it, because the database's own lock
 * ends with every transaction. Programs that ignore it, and only read or write rows, are not blocked.
 *
 * <p>A database in memory cannot be reached from elsewhere unless it has a name; then the runs within this process
 * take turns.
 */
final class FileLock implements WriterLock {
    private final @Nullable LockFile file;

    private FileLock(@Nullable LockFile file) {
        this.file = file;
    }

    /**
     * Waits for the lock.
     *
     * @throws DiagnosticException if another run is still the writer when the time is over
     */
    static FileLock take(Connection connection, LockWait lockWait) throws SQLException, InterruptedException {
        String database = file(connection);
        boolean inMemory = database.isEmpty();
        String url = connection.getMetaData().getURL();
        if (inMemory && !url.contains("mode=memory")) {
            return new FileLock(null);
        }
        String name = inMemory ? url : database + "-migrate";
        String said = text(lockWait.operator());
        AtomicReference<@Nullable LockFile> taken = new AtomicReference<>();
        lockWait.await(
                () -> {
                    (inMemory ? LockFile.tryTakeHere(name, said) : LockFile.tryTake(Path.of(name), said))
                            .ifPresent(taken::set);
                    return taken.get() != null;
                },
                () -> holder(LockFile.holder(name)));
        return new FileLock(taken.get());
    }

    private static String file(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet main = statement.executeQuery("select file from pragma_database_list where name = 'main'")) {
            return main.next() ? Optional.ofNullable(main.getString(1)).orElse("") : "";
        }
    }

    private static String text(Operator operator) {
        return String.join(
                "\n",
                operator.osUser(),
                operator.host(),
                Long.toString(operator.process()),
                Instant.now().toString(),
                operator.tool());
    }

    private static LockHolder holder(String text) {
        List<String> lines = text.lines().toList();
        try {
            return lines.size() < 4
                    ? LockHolder.UNKNOWN
                    : new LockHolder(
                            lines.get(0), lines.get(1), Long.parseLong(lines.get(2)), Instant.parse(lines.get(3)));
        } catch (RuntimeException halfWritten) {
            return LockHolder.UNKNOWN;
        }
    }

    /** Nothing to check: only the end of this process could release it. */
    @Override
    public void requireHeld() {}

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
