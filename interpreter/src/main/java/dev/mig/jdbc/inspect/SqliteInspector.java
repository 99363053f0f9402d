package dev.mig.jdbc.inspect;

import dev.mig.compile.DropText;
import dev.mig.model.Database;
import dev.mig.model.Folding;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * SQLite, from the statements that it keeps: its pragmas know less than they do.
 *
 * <p>Not seen: virtual tables and what they keep their content in, temporary tables, attached files.
 */
final class SqliteInspector implements Inspector {
    private static final String MAIN = "main";

    @Override
    public SchemaModel inspect(Connection connection, Scope scope) throws SQLException {
        CatalogueQueries questions = new CatalogueQueries(connection);
        SchemaAssembly assembly = new SchemaAssembly(Folding.IGNORED, MAIN, scope);
        // Tables first, so that indexes find them.
        questions.ask(
                "select m.type, m.name, m.tbl_name, m.sql from sqlite_schema m"
                        + " where m.sql is not null and m.type in ('table', 'index', 'view', 'trigger')"
                        + " and m.name not like 'sqlite\\_%' escape '\\' and m.sql not like 'create virtual %'"
                        + " and not exists (select 1 from pragma_table_list l where l.schema = 'main'"
                        + " and l.name = m.name and l.type = 'shadow')"
                        + " order by m.type in ('index', 'trigger'), m.type = 'trigger', m.name",
                row -> read(row, assembly));
        return assembly.model();
    }

    private static void read(Row row, SchemaAssembly assembly) throws SQLException {
        String name = row.text("name");
        String sql = row.text("sql");
        try {
            switch (row.text("type")) {
                case "table" -> {
                    assembly.beginTable(MAIN, name, null, List.of());
                    assembly.table(MAIN, name)
                            .ifPresent(table -> SqliteTable.read(
                                    sql,
                                    table,
                                    (column, values) -> assembly.columnEnum(MAIN, name, column.text(), values)));
                }
                case "index" -> {
                    Optional<IndexParts> index = assembly.index(MAIN, row.text("tbl_name"), name);
                    index.ifPresent(it -> SqliteIndex.read(sql, it));
                }
                case "trigger" -> {
                    String table = row.text("tbl_name");
                    QualifiedIdentifier trigger = new QualifiedIdentifier(assembly.name(table), assembly.name(name));
                    assembly.objectOfTable(
                            "trigger", MAIN, table, trigger, sql, DropText.of("trigger", trigger, Database.SQLITE));
                }
                default -> assembly.beginView(MAIN, name, query(sql), false);
            }
        } catch (SqlCursor.Unreadable unread) {
            throw new SQLException("the definition of " + name + " cannot be read: " + unread.getMessage(), unread);
        }
    }

    private static String query(String createView) {
        SqlCursor sql = new SqlCursor(createView);
        sql.until(Set.of("as"));
        sql.next();
        return sql.until(Set.of(";"));
    }
}
