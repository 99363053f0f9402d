package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Database;
import dev.mig.model.Identifier;
import dev.mig.script.Revisions;
import dev.mig.script.SqlStyle;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The MariaDB at hand decides which names need quotes, and keeps the others as they are. */
class MariadbNamesTest {
    private static final SqlStyle STYLE = Revisions.dialect(Database.MARIADB).style();
    private static final Pattern WORD = Pattern.compile("[A-Z_][A-Z0-9_]*");

    private final TestDatabase database = TestMysql.embedded();
    private final Connections connections = new Connections(database.access());

    @AfterEach
    void disconnect() {
        connections.close();
    }

    /** VALUE is one only where rows are inserted. */
    @Test
    void theReservedWordsAreThoseThatCannotBeAColumn() throws SQLException {
        TreeSet<String> refused = new TreeSet<>();
        try (Connection connection = connections.run();
                Statement statement = connection.createStatement()) {
            for (String word : words(statement)) {
                if (!isColumn(statement, word)) {
                    refused.add(word);
                }
            }
        }
        refused.add("VALUE");
        assertThat(STYLE.reserved())
                .containsExactlyInAnyOrderElementsOf(refused)
                .hasSizeGreaterThan(200);
    }

    private static List<String> words(Statement statement) throws SQLException {
        List<String> words = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("select word from information_schema.keywords")) {
            while (found.next()) {
                if (WORD.matcher(found.getString(1)).matches()) {
                    words.add(found.getString(1));
                }
            }
        }
        return words;
    }

    private static boolean isColumn(Statement statement, String word) {
        try {
            statement.execute("prepare asked from 'create temporary table t (" + word + " int)'");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Test
    void aNameStaysAsItIs() throws SQLException {
        List<Identifier> names = new ArrayList<>();
        for (String word : List.of("order", "Group", "index", "type", "value", "rank", "Größe")) {
            names.add(Identifier.bare(word));
        }
        for (String text : List.of("Order Details", "it's", "a\"b", "a`b", "x".repeat(64), " x")) {
            names.add(Identifier.exact(text));
        }
        try (Connection connection = connections.run();
                Statement statement = connection.createStatement()) {
            database.clear(connection);
            // The driver asks for blanks before brackets to be overlooked; a run does not.
            for (String sql : STYLE.session().opening()) {
                statement.execute(sql);
            }
            for (Identifier name : names) {
                statement.execute("create table " + STYLE.quoted(name) + " (" + STYLE.quoted(name) + " integer)");
                statement.execute("insert into " + STYLE.quoted(name) + " (" + STYLE.quoted(name) + ") values (1)");
            }
            DatabaseMetaData data = connection.getMetaData();
            for (Identifier name : names) {
                assertThat(column(data, connection.getCatalog(), name.text())).isEqualTo(name.text());
            }
        }
    }

    private static String column(DatabaseMetaData data, String database, String table) throws SQLException {
        try (ResultSet columns = data.getColumns(database, null, "%", null)) {
            while (columns.next()) {
                if (columns.getString("TABLE_NAME").equals(table)) {
                    return columns.getString("COLUMN_NAME");
                }
            }
            return "no table " + table.toLowerCase(Locale.ROOT);
        }
    }
}
