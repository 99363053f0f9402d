package dev.mig.jdbc;

import dev.mig.script.Restatement;
import dev.mig.script.SqliteMaster;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Answers what a restatement needs to know of a SQLite database at the moment it runs. */
final class SqliteCatalogue {
    private SqliteCatalogue() {}

    /** @param enforced whether foreign keys were enforced before they were disabled */
    static SqliteMaster of(Connection connection, Restatement wanted, boolean enforced) throws SQLException {
        String name = wanted.about().text();
        if (wanted.asksForReferences()) {
            return new SqliteMaster(List.of(), enforced ? referencing(connection, name) : List.of(), enforced);
        }
        List<SqliteMaster.Entry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select type, name, tbl_name, sql from"
                + " sqlite_master where sql is not null and (name = ?1 collate nocase or tbl_name = ?1 collate nocase)"
                + " order by rowid")) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new SqliteMaster.Entry(
                            rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
        return new SqliteMaster(entries, List.of(), enforced);
    }

    /** A rollback does not undo the setting that a rebuild changes temporarily. */
    static void renameAsAlways(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma legacy_alter_table = off");
        }
    }

    /** The other tables with a foreign key to a table. */
    static List<String> referencing(Connection connection, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select distinct m.name from sqlite_master m,"
                + " pragma_foreign_key_list(m.name) k where m.type = 'table' and m.sql like '%references%'"
                + " and k.\"table\" = ?1 collate nocase and m.name <> ?1 collate nocase order by m.name")) {
            select.setString(1, table);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }
}
