package dev.mig.jdbc;

import dev.mig.script.Dialect;
import dev.mig.script.SqlSplitter;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL that a user types, on a connection of its own, so that its settings cannot affect a migration.
 *
 * <p>Each statement commits by itself unless they begin a transaction. Nothing of it is written into the journal.
 * Used by one thread, but for {@link Asking#cancel()}.
 */
public final class SqlSession implements AutoCloseable {
    /** More than a person reads; use another tool for all rows. */
    public static final int MOST_ROWS = 1000;

    private static final int ANSWER_SECONDS = 2;
    private static final Set<Integer> NUMBERS = Set.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.REAL,
            Types.FLOAT,
            Types.DOUBLE,
            Types.NUMERIC,
            Types.DECIMAL);
    private static final Set<Integer> BYTES = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    private final Connections connections;
    private @Nullable Connection connection;

    public SqlSession(Connections connections) {
        this.connections = connections;
    }

    /** The result of one statement. */
    public sealed interface Answer {
        long millis();
    }

    /**
     * @param rows a null for a null
     * @param more whether there are more than {@link #MOST_ROWS}
     */
    public record Rows(List<Column> columns, List<List<@Nullable String>> rows, boolean more, long millis)
            implements Answer {
        public Rows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** @param count of rows; negative where that means nothing */
    public record Changed(long count, long millis) implements Answer {}

    public record Column(String name, boolean number) {}

    /** The statements of a text; at least one. */
    public static List<String> statements(String text, Dialect dialect) {
        List<String> statements = SqlSplitter.split(
                        Source.typed("sql", text), dialect.style().lexicon())
                .stream()
                .map(SqlSplitter.Piece::sql)
                .toList();
        return statements.isEmpty() ? List.of(text) : statements;
    }

    /** One statement, not sent yet. */
    public Asking ask(String sql) {
        return new Asking(sql);
    }

    /** A statement that can be cancelled from the moment it exists. */
    public final class Asking {
        private final String sql;
        private final CurrentStatement running = new CurrentStatement();

        private Asking(String sql) {
            this.sql = sql;
        }

        /** @throws DiagnosticException if it fails, or the database cannot be reached or does not exist yet */
        public Answer answer() {
            Connection open = connection();
            long start = System.nanoTime();
            try (Statement statement = open.createStatement()) {
                statement.setMaxRows(MOST_ROWS + 1);
                boolean rows = running.during(statement, () -> statement.execute(sql));
                if (!rows) {
                    return new Changed(Math.max(-1L, statement.getLargeUpdateCount()), millis(start));
                }
                try (ResultSet found = statement.getResultSet()) {
                    return rows(found, start);
                }
            } catch (SQLException e) {
                throw failure(e);
            }
        }

        /** Thread-safe: the statement ends, or is not sent at all. */
        public void cancel() {
            running.cancel();
        }

        private DiagnosticException failure(SQLException e) {
            if (running.isCancelled()) {
                return new DiagnosticException(
                        Diagnostic.error(Code.INTERRUPTED, Span.none(), "interrupted"),
                        connections.access().masked(e));
            }
            return new DiagnosticException(
                    Diagnostic.error(
                            Code.STATEMENT_FAILED,
                            Span.none(),
                            connections.access().masked(DriverMessage.of(e)) + " (SQLSTATE " + e.getSQLState() + ")"),
                    connections.access().masked(e));
        }
    }

    private Connection connection() {
        Connection open = connection;
        try {
            if (open != null && open.isValid(ANSWER_SECONDS)) {
                return open;
            }
        } catch (SQLException gone) {
            // Then another one is opened.
        }
        close();
        Connection made = connections
                .read()
                .orElseThrow(() -> new DiagnosticException(Diagnostic.error(
                        Code.CANNOT_CONNECT,
                        Span.none(),
                        "there is no database " + connections.access().url().masked() + " yet",
                        "the first move makes it: migrate upgrade")));
        connection = made;
        return made;
    }

    private static Rows rows(ResultSet found, long start) throws SQLException {
        ResultSetMetaData data = found.getMetaData();
        int count = data.getColumnCount();
        List<Column> columns = new ArrayList<>();
        boolean[] bytes = new boolean[count + 1];
        for (int at = 1; at <= count; at++) {
            columns.add(new Column(data.getColumnLabel(at), NUMBERS.contains(data.getColumnType(at))));
            bytes[at] = BYTES.contains(data.getColumnType(at));
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        boolean more = false;
        while (!more && found.next()) {
            more = rows.size() == MOST_ROWS;
            if (!more) {
                List<@Nullable String> row = new ArrayList<>(count);
                for (int at = 1; at <= count; at++) {
                    row.add(bytes[at] ? hex(found.getBytes(at)) : found.getString(at));
                }
                rows.add(row);
            }
        }
        return new Rows(columns, rows, more, millis(start));
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : "0x" + HexFormat.of().formatHex(bytes);
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Override
    public void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException gone) {
                // The database rolls back what was not committed.
            }
            connection = null;
        }
    }
}
