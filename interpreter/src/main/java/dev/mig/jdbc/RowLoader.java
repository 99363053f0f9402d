package dev.mig.jdbc;

import dev.mig.script.CsvRow;
import dev.mig.script.LoadRows;
import dev.mig.script.SqlStyle;
import dev.mig.script.Statement.Load;
import dev.mig.source.DiagnosticException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Streams the rows of a file into a table. */
final class RowLoader {
    private static final int BATCH = 1000;

    private final Connection connection;
    private final SqlStyle style;
    private final CurrentStatement running;

    RowLoader(Connection connection, SqlStyle style, CurrentStatement running) {
        this.connection = connection;
        this.style = style;
        this.running = running;
    }

    /** The number of rows in the file. */
    long load(Load load, LongConsumer progress) throws SQLException {
        try (LoadRows rows = LoadRows.open(load, style)) {
            String marks = rows.columns().stream().map(Load.Column::placeholder).collect(Collectors.joining(", "));
            try (PreparedStatement insert = connection.prepareStatement(rows.insert() + " (" + marks + ")")) {
                return send(load, rows, insert, progress);
            }
        }
    }

    private long send(Load load, LoadRows rows, PreparedStatement insert, LongConsumer progress) throws SQLException {
        long sent = 0;
        List<CsvRow> batch = new ArrayList<>();
        CsvRow row = rows.next();
        while (row != null) {
            bind(insert, row);
            insert.addBatch();
            batch.add(row);
            row = rows.next();
            if (batch.size() == BATCH || row == null) {
                flush(load, insert, batch);
                sent += batch.size();
                batch.clear();
                progress.accept(sent);
            }
        }
        return sent;
    }

    private static void bind(PreparedStatement insert, CsvRow row) throws SQLException {
        int place = 1;
        for (String field : row.fields()) {
            if (field == null) {
                insert.setNull(place++, Types.NULL);
            } else {
                insert.setString(place++, field);
            }
        }
    }

    private void flush(Load load, PreparedStatement insert, List<CsvRow> batch) throws SQLException {
        try {
            running.during(insert, insert::executeLargeBatch);
        } catch (BatchUpdateException e) {
            if (running.isCancelled()) {
                throw e;
            }
            int place = firstFailed(e, batch.size());
            if (place < 0) {
                findFailing(load, insert, batch);
                throw e;
            }
            throw wrong(load, batch.get(place), e.getNextException() == null ? e : e.getNextException());
        }
    }

    /** All that is kept of the file's rows are their line numbers, for error messages. */
    private void findFailing(Load load, PreparedStatement insert, List<CsvRow> batch) throws SQLException {
        for (CsvRow row : batch) {
            try {
                bind(insert, row);
                running.during(insert, insert::executeLargeUpdate);
            } catch (SQLException e) {
                if (running.isCancelled()) {
                    throw e;
                }
                throw wrong(load, row, e);
            }
        }
    }

    private static DiagnosticException wrong(Load load, CsvRow row, SQLException cause) {
        DiagnosticException wrong = LoadRows.wrong(load, row.line(), DriverMessage.withCode(cause));
        wrong.initCause(cause);
        return wrong;
    }

    /** PostgreSQL's driver marks every row of a failed transaction, and names the failing one only in its message. */
    private static final Pattern BATCH_ENTRY = Pattern.compile("^Batch entry (\\d{1,9}) ");

    /** Drivers stop at the failing row, or continue and mark it; -1 if they mark all rows of the batch. */
    private static int firstFailed(BatchUpdateException failure, int size) {
        Matcher named = BATCH_ENTRY.matcher(String.valueOf(failure.getMessage()));
        if (named.find()) {
            return Math.min(Integer.parseInt(named.group(1)), size - 1);
        }
        long[] counts = failure.getLargeUpdateCounts();
        if (counts.length == size && Arrays.stream(counts).allMatch(it -> it == java.sql.Statement.EXECUTE_FAILED)) {
            return size == 1 ? 0 : -1;
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == java.sql.Statement.EXECUTE_FAILED) {
                return i;
            }
        }
        return Math.min(counts.length, size - 1);
    }
}
