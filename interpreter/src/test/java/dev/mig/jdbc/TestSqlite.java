package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import dev.mig.script.SqliteClause;
import dev.mig.script.SqliteTableText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** SQLite, in a file or in memory. */
record TestSqlite(ConnectionSettings access) implements TestDatabase {
    static TestSqlite at(String url) {
        return new TestSqlite(new ConnectionSettings(new ConnectionUrl(url), null, null));
    }

    @Override
    public Dialect dialect() {
        return Revisions.dialect(Database.SQLITE);
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        execute(connection, "pragma foreign_keys = off");
        for (List<String> row : rows(
                connection,
                "select type, name from sqlite_master where name not like 'sqlite%'"
                        + " and type in ('view', 'table') order by type desc")) {
            execute(connection, "drop " + row.get(0) + " \"" + row.get(1).replace("\"", "\"\"") + "\"");
        }
    }

    @Override
    public List<String> structure(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows(
                connection,
                "select type, name, sql from sqlite_master where sql is not null and name not in ('mig_journal',"
                        + " 'alembic_version', 'mig_journal_revision') and name not like 'sqlite%'")) {
            String name = row.get(1).toLowerCase(Locale.ROOT);
            if (row.get(0).equals("table")) {
                table(connection, name, row.get(2), lines);
            } else {
                lines.add(row.get(0) + " " + name + ": " + words(row.get(2)));
            }
        }
        lines.sort(null);
        return lines;
    }

    private static void table(Connection connection, String name, String sql, List<String> lines) throws SQLException {
        String quoted = "('" + name.replace("'", "''") + "')";
        SqliteTableText text = SqliteTableText.parse(sql).orElseThrow();
        lines.add(name + " " + words(text.tail()) + (text.isAutoincrement() ? " counts" : ""));
        for (List<String> column : rows(
                connection,
                "select name, type, \"notnull\", dflt_value, pk, hidden from" + " pragma_table_xinfo" + quoted)) {
            lines.add(name + " column " + String.join("|", column).toLowerCase(Locale.ROOT));
        }
        for (List<String> key : rows(
                connection,
                "select \"table\", \"from\", \"to\", on_update, on_delete, seq from" + " pragma_foreign_key_list"
                        + quoted)) {
            lines.add(name + " key " + String.join("|", key).toLowerCase(Locale.ROOT));
        }
        for (List<String> index : rows(
                connection,
                "select \"unique\", origin, partial, group_concat(c.name) from" + " pragma_index_list" + quoted
                        + " i, pragma_index_info(i.name) c group by i.name")) {
            lines.add(name + " index " + String.join("|", index).toLowerCase(Locale.ROOT));
        }
        for (SqliteClause clause : text.constraints()) {
            boolean told = clause.name() != null || clause.sort() == SqliteClause.Sort.CHECK;
            if (told) {
                lines.add(name + " " + clause.sort() + " " + clause.name()
                        + (clause.sort() == SqliteClause.Sort.CHECK ? " " + clause.condition() : ""));
            } else if (clause.sort() == SqliteClause.Sort.COLLATE || clause.sort() == SqliteClause.Sort.GENERATED) {
                lines.add(name + " " + words(clause.text()));
            }
        }
    }

    private static String words(String sql) {
        return sql.replace("\"", "").replaceAll("\\s+", " ").strip();
    }

    @Override
    public String slow() {
        return "  sql \"\"\" with recursive r (x) as (select 1 union all select x + 1 from r)"
                + " select count(*) from r \"\"\" reverse nothing";
    }

    @Override
    public boolean checksTypes() {
        return false;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
