package dev.mig.jdbc;

import dev.mig.revision.Direction;
import dev.mig.script.Dialect;
import dev.mig.script.ScriptStep;
import dev.mig.script.SqlStyle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the journal of one run, on the run's connection and in its current transaction.
 *
 * <p>It never commits. Ids are counted here, because the run is the only writer.
 */
final class JournalWriter implements AutoCloseable {
    /** Enough of a statement for people; more would make the journal larger than the data. */
    private static final int STATEMENT_LENGTH = 10_000;

    private final Connection connection;
    private final String name;
    private final Operator operator;
    private final UnaryOperator<String> masked;
    private final String databaseUser;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final long run;
    private long last;

    /** @param masked removes secrets from what is written */
    JournalWriter(
            Connection connection,
            OwnTables tables,
            SqlStyle style,
            Operator operator,
            long lastId,
            UnaryOperator<String> masked)
            throws SQLException {
        this.connection = connection;
        this.name = style.quoted(tables.journal());
        this.operator = operator;
        this.masked = masked;
        this.last = lastId;
        this.run = lastId + 1;
        // A database without users has no name to record.
        this.databaseUser = Objects.requireNonNullElse(connection.getMetaData().getUserName(), "");
    }

    static void create(Connection connection, OwnTables tables, Dialect dialect) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : tables.createJournal(dialect)) {
                statement.execute(sql);
            }
        }
    }

    /** Begins a step; returns the id of its row. */
    long beginStep(ScriptStep step, @Nullable RevisionSnapshot kept) throws SQLException {
        Row row = row("step", "begun")
                .with("direction", step.step().direction().word())
                .with("revision", step.revision())
                .with("seq", step.statements().size())
                .with("rows_before", joined(step.step().rowsBefore()))
                .with("rows_after", joined(step.step().rowsAfter()));
        if (kept != null && step.step().direction() == Direction.UPGRADE) {
            describe(row, kept);
        }
        return row.insert();
    }

    /** Continues an unfinished step. */
    void resumeStep(long step) throws SQLException {
        update("update " + name + " set outcome = 'begun', error = null, sql_state = null where id = ?", step);
    }

    void finishStep(long step, long millis) throws SQLException {
        update("update " + name + " set outcome = 'done', millis = ? where id = ?", millis, step);
    }

    /** Whether the row exists: it may have been rolled back with its transaction. */
    boolean failStep(long step, long millis, @Nullable String state, String error) throws SQLException {
        int rows = update(
                "update " + name + " set outcome = 'failed', millis = ?, sql_state = ?, error = ? where id = ?",
                millis,
                state,
                masked.apply(error),
                step);
        return rows > 0;
    }

    long beginStatement(long step, int place, String kind, String sql) throws SQLException {
        return statement(step, place, kind, "begun", sql).insert();
    }

    /** A statement that commits together with this word of it. */
    long doneStatement(long step, int place, String sql) throws SQLException {
        return statement(step, place, "statement", "done", sql).insert();
    }

    void finishStatement(long statement, long millis, long rows) throws SQLException {
        update(
                "update " + name + " set outcome = 'done', millis = ?, changed_rows = ? where id = ?",
                millis,
                rows,
                statement);
    }

    void failStatement(long statement, @Nullable String state, String error) throws SQLException {
        update(
                "update " + name + " set outcome = 'failed', sql_state = ?, error = ? where id = ?",
                state,
                masked.apply(error),
                statement);
    }

    void progress(long statement, String key, long rows) throws SQLException {
        update("update " + name + " set progress = ?, changed_rows = ? where id = ?", key, rows, statement);
    }

    void stamp(Collection<String> rowsBefore, Collection<String> rowsAfter) throws SQLException {
        row("stamp", "done")
                .with("rows_before", joined(rowsBefore))
                .with("rows_after", joined(rowsAfter))
                .insert();
    }

    /** The snapshot of a revision that was not run, but stamped or accepted. */
    void keep(RevisionSnapshot kept) throws SQLException {
        describe(row("kept", "done").with("revision", kept.revision()), kept).insert();
    }

    private Row describe(Row row, RevisionSnapshot kept) {
        return row.with("file", kept.file())
                .with("message", kept.message())
                .with("parents", joined(kept.parents()))
                .with("depends_on", joined(kept.dependsOn()))
                .with("branches", joined(kept.branches()))
                .with("body", kept.text())
                .with("body_digest", kept.textDigest())
                .with("meaning_digest", kept.meaningDigest())
                .with("way_back", kept.wayBack());
    }

    private Row statement(long step, int place, String kind, String outcome, String sql) {
        String shown = masked.apply(sql);
        return new Row(kind, outcome, step)
                .with("seq", place)
                .with("body", shown.length() > STATEMENT_LENGTH ? shown.substring(0, STATEMENT_LENGTH) + " …" : shown)
                .with("body_digest", Digest.of(sql));
    }

    private Row row(String kind, String outcome) {
        return new Row(kind, outcome, last + 1)
                .with("database_user", databaseUser)
                .with("os_user", operator.osUser())
                .with("host", operator.host())
                .with("process", operator.process())
                .with("tool", operator.tool());
    }

    /** A row to be inserted, column by column. */
    private final class Row {
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

        Row(String kind, String outcome, long step) {
            with("id", ++last).with("run", run).with("step", step);
            with("kind", kind).with("outcome", outcome);
            with("started_at", OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
        }

        Row with(String column, @Nullable Object value) {
            values.put(column, value);
            return this;
        }

        long insert() throws SQLException {
            String columns = String.join(", ", values.keySet());
            String marks = "?" + ", ?".repeat(values.size() - 1);
            update(
                    "insert into " + name + " (" + columns + ") values (" + marks + ")",
                    values.values().toArray());
            return (Long) java.util.Objects.requireNonNull(values.get("id"));
        }
    }

    /** Whether a row is there: it goes with its transaction. */
    boolean has(long id) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from " + name + " where id = " + id)) {
            return row.next();
        }
    }

    private int update(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement.executeUpdate();
    }

    private static String joined(Collection<String> words) {
        return String.join(" ", words);
    }

    /** Not for good: what is written after it prepares its statements anew. */
    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }
}
