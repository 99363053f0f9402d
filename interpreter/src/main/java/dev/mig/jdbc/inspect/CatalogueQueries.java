package dev.mig.jdbc.inspect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Catalogue queries, each a round trip. */
final class CatalogueQueries {
    private static final int ROWS_A_FETCH = 1000;

    private final Connection connection;

    CatalogueQueries(Connection connection) {
        this.connection = connection;
    }

    @FunctionalInterface
    interface Reader {
        void read(Row row) throws SQLException;
    }

    void ask(String sql, Reader reader) throws SQLException {
        ask(sql, List.of(), reader);
    }

    void ask(String sql, Collection<?> parameters, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_A_FETCH);
            int place = 1;
            for (Object parameter : parameters) {
                statement.setObject(place++, parameter);
            }
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows);
                while (rows.next()) {
                    reader.read(row);
                }
            }
        }
    }
}
