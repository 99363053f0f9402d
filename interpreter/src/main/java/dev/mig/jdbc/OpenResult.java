package dev.mig.jdbc;

import dev.mig.model.Identifier;
import dev.mig.script.SqlStyle;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of a query that a script reads: from the connection as they arrive, or from where they were buffered. */
final class OpenResult implements AutoCloseable {
    private final PreparedStatement statement;
    private final ResultSet result;
    private final CurrentStatement running;
    private final WorkValues values;
    private final List<String> columns;
    private @Nullable SpilledRows aside;

    OpenResult(PreparedStatement statement, ResultSet result, SqlStyle style, CurrentStatement running)
            throws SQLException {
        this.statement = statement;
        this.result = result;
        this.running = running;
        this.values = new WorkValues(result, style);
        this.columns = columns(result.getMetaData(), style);
    }

    private static List<String> columns(ResultSetMetaData data, SqlStyle style) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int at = 1; at <= data.getColumnCount(); at++) {
            String label = data.getColumnLabel(at);
            // As a bare name is written in a query, whatever the database folds it to: in lower case.
            String bare = style.folding().spelled(Identifier.bare(label));
            columns.add(bare.equals(label) ? label.toLowerCase(Locale.ROOT) : label);
        }
        return columns;
    }

    List<String> columns() {
        return List.copyOf(columns);
    }

    /** The next rows, up to a limit; empty after the last one. */
    List<List<@Nullable Object>> next(int most) throws SQLException {
        if (aside == null) {
            return running.during(statement, () -> read(most));
        }
        try {
            return aside.take(most);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private List<List<@Nullable Object>> read(int most) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (rows.size() < most && !result.isClosed() && result.next()) {
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            for (int at = 1; at <= columns.size(); at++) {
                row.add(values.read(at));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Fetches all remaining rows, so that the connection is free. */
    void putAside(int atATime) throws SQLException {
        if (aside != null) {
            return;
        }
        SpilledRows rest = new SpilledRows();
        try {
            for (List<List<@Nullable Object>> rows = next(atATime); !rows.isEmpty(); rows = next(atATime)) {
                for (List<@Nullable Object> row : rows) {
                    rest.add(row);
                }
            }
            aside = rest;
        } catch (IOException e) {
            SQLException lost = lost(e);
            try {
                rest.close();
            } catch (IOException also) {
                lost.addSuppressed(also);
            }
            throw lost;
        }
    }

    private static SQLException lost(IOException cause) {
        return new SQLException(
                "the rest of the rows cannot be kept in a file meanwhile: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        try {
            if (aside != null) {
                aside.close();
            }
            statement.close();
        } catch (SQLException | IOException e) {
            // The rows are not needed any more, and the connection is about to be reused.
        }
    }
}
