package dev.mig.jdbc;

import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.Rows;
import dev.mig.script.Feature;
import dev.mig.script.SqlStyle;
import dev.mig.script.WorkSql;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The database as a script's {@code op.run} sees it: on the connection and in the transaction of its revision, with
 * bound values and cancellable statements.
 *
 * <p>It sends only what a rollback can undo, and masks secrets in the database's messages.
 */
final class WorkRows implements Rows, AutoCloseable {
    /** The fetch size, for drivers that do not read whole results at once. */
    private static final int FETCHED = 500;

    private static final int BATCH = 500;
    private static final int TOLD_EVERY = 1000;

    /** The class of a SQLSTATE, such as deadlock. */
    private static final String ROLLED_BACK = "40";

    private static final String OVER = "25P02";

    private final Connection connection;
    private final ConnectionSettings access;
    private final SqlStyle style;
    private final CurrentStatement running;
    private final LongConsumer progress;
    private final List<OpenResult> open = new ArrayList<>();
    private final Map<QualifiedIdentifier, Optional<Identifier>> keys = new HashMap<>();
    private long changed;
    /** Why the transaction cannot be committed any more; null as long as it can. */
    private @Nullable String ended;

    WorkRows(
            Connection connection,
            ConnectionSettings access,
            SqlStyle style,
            CurrentStatement running,
            LongConsumer progress) {
        this.connection = connection;
        this.access = access;
        this.style = style;
        this.running = running;
        this.progress = progress;
    }

    /** Checks that the work can still be committed: if an error rolls everything back, a script must not ignore it. */
    void requireWhole(Span span) {
        if (ended != null) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.WORK_FAILED,
                    span,
                    "the script went on after a refusal with which " + style.name() + " takes back all of it: " + ended,
                    "ask first, or let the statement allow for it: insert … on conflict do nothing"));
        }
    }

    /** Rows changed so far. */
    long changed() {
        return changed;
    }

    @Override
    public Cursor query(String sql, List<? extends @Nullable Object> parameters) throws Failed {
        return send(sql, () -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            try {
                statement.setFetchSize(FETCHED);
                new WorkParameters(statement, style).bind(parameters);
                ResultSet rows = running.during(statement, statement::executeQuery);
                OpenResult result = new OpenResult(statement, rows, style, running);
                open.add(result);
                return cursor(result);
            } catch (SQLException | RuntimeException e) {
                statement.close();
                throw e;
            }
        });
    }

    @Override
    public long execute(String sql, List<? extends @Nullable Object> parameters) throws Failed {
        return send(sql, () -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                new WorkParameters(statement, style).bind(parameters);
                return running.during(statement, () -> {
                    boolean rows = statement.execute();
                    return rows ? 0L : count(statement.getLargeUpdateCount());
                });
            }
        });
    }

    @Override
    public long batch(String sql, Iterator<? extends List<? extends @Nullable Object>> parameters) throws Failed {
        return send(sql, () -> {
            long rows = 0;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                WorkParameters places = new WorkParameters(statement, style);
                int waiting = 0;
                while (parameters.hasNext()) {
                    places.bind(parameters.next());
                    statement.addBatch();
                    waiting++;
                    if (waiting == BATCH || !parameters.hasNext()) {
                        rows += count(running.during(statement, statement::executeLargeBatch));
                        waiting = 0;
                    }
                }
            }
            return rows;
        });
    }

    @Override
    public @Nullable Object insert(
            QualifiedIdentifier table, List<Identifier> columns, List<? extends @Nullable Object> values)
            throws Failed {
        return guard(() -> {
            free();
            String sql = "insert into " + style.quoted(table) + " (" + style.quoted(columns) + ") values ("
                    + String.join(", ", columns.stream().map(it -> "?").toList()) + ")";
            Identifier key = key(table);
            try (PreparedStatement statement = key == null
                    ? connection.prepareStatement(sql)
                    : connection.prepareStatement(sql, new String[] {key.text()})) {
                new WorkParameters(statement, style).bind(values);
                long inserted = running.during(statement, statement::executeLargeUpdate);
                count(inserted);
                return key == null ? null : made(statement);
            }
        });
    }

    /** The primary key if it has one column: generated keys are that or nothing. */
    private @Nullable Identifier key(QualifiedIdentifier table) throws SQLException {
        Optional<Identifier> known = keys.get(table);
        if (known == null) {
            List<Identifier> key = Catalogue.primaryKey(connection, table, style);
            known = key.size() == 1 ? Optional.of(key.getFirst()) : Optional.empty();
            keys.put(table, known);
        }
        return known.orElse(null);
    }

    private @Nullable Object made(PreparedStatement statement) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            return keys.next() ? new WorkValues(keys, style).read(1) : null;
        }
    }

    @Override
    public boolean isCancelled() {
        return running.isCancelled();
    }

    @Override
    public void close() {
        open.forEach(OpenResult::close);
        open.clear();
    }

    private <T extends @Nullable Object> T send(String sql, CurrentStatement.Work<T> work) throws Failed {
        requireSendable(sql);
        return guard(() -> {
            free();
            return work.run();
        });
    }

    /** A driver would buffer the remaining rows in memory when another statement is sent. */
    private void free() throws SQLException {
        if (style.has(Feature.ONE_RESULT_AT_A_TIME)) {
            for (OpenResult result : open) {
                result.putAside(FETCHED);
            }
        }
    }

    /** A statement that is not sent at all leaves the transaction as it is. */
    private void requireSendable(String sql) throws Failed {
        Optional<String> refusal = WorkSql.refusal(sql, style);
        if (refusal.isPresent()) {
            throw new Failed(refusal.get(), "", new SQLException(refusal.get()));
        }
    }

    private long count(long... counts) {
        long rows = 0;
        for (long count : counts) {
            // Some drivers report a negative number if they do not know it.
            rows += Math.max(count, 0);
        }
        long before = changed;
        changed += rows;
        if (changed / TOLD_EVERY > before / TOLD_EVERY) {
            progress.accept(changed);
        }
        return rows;
    }

    private <T extends @Nullable Object> T guard(CurrentStatement.Work<T> work) throws Failed {
        try {
            if (ended != null) {
                throw new SQLException(style.name() + " takes everything back since it refused this: " + ended, OVER);
            }
            return work.run();
        } catch (SQLException e) {
            SQLException cause = e.getNextException() == null ? e : e.getNextException();
            String state = cause.getSQLState() == null ? "" : cause.getSQLState();
            String words = access.masked(DriverMessage.of(cause));
            if (ended == null && (style.has(Feature.ENDED_BY_REFUSAL) || state.startsWith(ROLLED_BACK))) {
                ended = words;
            }
            throw new Failed(words, state, e);
        }
    }

    private Cursor cursor(OpenResult result) {
        return new Cursor() {
            @Override
            public List<String> columns() {
                return result.columns();
            }

            @Override
            public List<List<@Nullable Object>> next(int most) throws Failed {
                return guard(() -> result.next(most));
            }

            @Override
            public void close() {
                open.remove(result);
                result.close();
            }
        };
    }
}
