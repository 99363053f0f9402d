package dev.mig.jdbc;

import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.script.SqlStyle;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The few catalogue queries that a run needs, through the portable part of JDBC. */
final class Catalogue {
    private Catalogue() {}

    /** The length of a text column; empty if the table or column does not exist. */
    static OptionalInt width(Connection connection, QualifiedIdentifier table, Identifier column, SqlStyle style)
            throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        try (ResultSet columns = data.getColumns(
                connection.getCatalog(),
                pattern(data, schema(connection, table, style)),
                pattern(data, style.folding().spelled(table.name())),
                pattern(data, style.folding().spelled(column)))) {
            return columns.next() ? OptionalInt.of(columns.getInt("COLUMN_SIZE")) : OptionalInt.empty();
        }
    }

    static boolean exists(Connection connection, QualifiedIdentifier table, SqlStyle style) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        try (ResultSet tables = data.getTables(
                connection.getCatalog(),
                pattern(data, schema(connection, table, style)),
                pattern(data, style.folding().spelled(table.name())),
                null)) {
            return tables.next();
        }
    }

    /** The columns of the primary key in order; empty if there is none. */
    static List<Identifier> primaryKey(Connection connection, QualifiedIdentifier table, SqlStyle style)
            throws SQLException {
        TreeMap<Integer, Identifier> key = new TreeMap<>();
        try (ResultSet columns = connection
                .getMetaData()
                .getPrimaryKeys(
                        connection.getCatalog(),
                        schema(connection, table, style),
                        style.folding().spelled(table.name()))) {
            while (columns.next()) {
                key.put(columns.getInt("KEY_SEQ"), Identifier.exact(columns.getString("COLUMN_NAME")));
            }
        }
        return new ArrayList<>(key.values());
    }

    private static @Nullable String schema(Connection connection, QualifiedIdentifier table, SqlStyle style)
            throws SQLException {
        Identifier schema = table.schema();
        return schema == null ? connection.getSchema() : style.folding().spelled(schema);
    }

    /** An underscore in a pattern stands for any character. */
    private static @Nullable String pattern(DatabaseMetaData data, @Nullable String name) throws SQLException {
        String escape = data.getSearchStringEscape();
        return name == null
                ? null
                : name.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }
}
