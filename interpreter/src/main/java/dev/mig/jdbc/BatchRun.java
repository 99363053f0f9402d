package dev.mig.jdbc;

import dev.mig.model.Identifier;
import dev.mig.script.BatchSql;
import dev.mig.script.SqlStyle;
import dev.mig.script.Statement.Batched;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a change of rows in batches by key. Each batch commits together with a journal entry of its progress, so that
 * no row is changed twice whatever happens in between.
 */
final class BatchRun {
    private final Connection connection;
    private final Batched statement;
    private final BatchSql sql;
    private final CurrentStatement running;

    BatchRun(Connection connection, SqlStyle style, Batched statement, CurrentStatement running) {
        this.connection = connection;
        this.statement = statement;
        this.sql = new BatchSql(statement, style);
        this.running = running;
    }

    /** The same statement, ordered by the primary key if its author names no column. */
    static Batched inOrder(Batched statement, Connection connection, SqlStyle style) throws SQLException {
        if (!statement.key().isEmpty()) {
            return statement;
        }
        List<Identifier> key = Catalogue.primaryKey(connection, statement.table(), style);
        if (key.isEmpty()) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.BATCH_KEY,
                    statement.span(),
                    "batches need an order, and table \"" + statement.table() + "\" has no primary key",
                    "name a column: by C batch " + statement.size()));
        }
        return statement.by(key);
    }

    /** Records the progress of the batches: the last key, and the rows changed so far. */
    @FunctionalInterface
    interface Progress {
        void note(String key, long rows) throws SQLException;
    }

    /** @param from the key that an earlier run ended with; null to begin at the beginning */
    long run(@Nullable String from, Progress progress, LongConsumer rowsSoFar) throws SQLException {
        List<@Nullable Object> after = from == null ? List.of() : new ArrayList<>(KeyText.parse(from));
        long rows = 0;
        while (true) {
            running.requireGoing();
            List<@Nullable Object> end = end(after);
            rows += change(after, end);
            if (end.isEmpty()) {
                return rows;
            }
            progress.note(KeyText.of(end), rows);
            connection.commit();
            rowsSoFar.accept(rows);
            after = end;
            running.pause(statement.pauseMillis());
        }
    }

    private List<@Nullable Object> end(List<@Nullable Object> after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql.end(!after.isEmpty()))) {
            bind(select, after, 1);
            return running.during(select, () -> {
                try (ResultSet found = select.executeQuery()) {
                    List<@Nullable Object> key = new ArrayList<>();
                    if (found.next()) {
                        int place = 1;
                        for (Identifier ignored : statement.key()) {
                            key.add(found.getObject(place++));
                        }
                    }
                    return key;
                }
            });
        }
    }

    private long change(List<@Nullable Object> after, List<@Nullable Object> end) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql.change(!after.isEmpty(), !end.isEmpty()))) {
            int next = Parameters.bind(change, statement.head().values(), 1);
            next = bind(change, after, next);
            bind(change, end, next);
            return running.during(change, change::executeLargeUpdate);
        }
    }

    private static int bind(PreparedStatement statement, List<@Nullable Object> key, int first) throws SQLException {
        int place = first;
        for (Object part : key) {
            statement.setObject(place++, part);
        }
        return place;
    }
}
