package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Database;
import dev.mig.model.Identifier;
import dev.mig.script.Revisions;
import dev.mig.script.SqlStyle;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.util.ParserUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The H2 at hand decides which names need quotes. */
class H2NamesTest {
    private static final SqlStyle STYLE = Revisions.dialect(Database.H2).style();

    /** H2 reads these as words of its own only in some places, and says that they may become reserved. */
    private static final Set<String> SOMETIMES = Set.of(
            "BOTH", "GROUPS", "ILIKE", "LEADING", "OVER", "PARTITION", "RANGE", "REGEXP", "ROWS", "TOP", "TRAILING");

    static Stream<String> reserved() {
        return STYLE.reserved().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("reserved")
    void aReservedWordIsAName(String word) throws SQLException {
        assertThat(stored(Identifier.bare(word.toLowerCase(Locale.ROOT)))).isEqualTo(word);
        assertThat(ParserUtil.isKeyword(word, false)).isNotEqualTo(SOMETIMES.contains(word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index", "type", "column", "constraint_", "references", "begin", "commit", "sequence", "view", "date",
                "timestamp", "time", "text", "json", "array_", "schema", "trigger", "domain", "enum", "boolean"
            })
    void anyOtherWordStaysBare(String word) throws SQLException {
        assertThat(STYLE.quoted(Identifier.bare(word))).isEqualTo(word);
        assertThat(stored(Identifier.bare(word))).isEqualTo(word.toUpperCase(Locale.ROOT));
    }

    @Test
    void anExactNameStaysAsItIs() throws SQLException {
        for (String name : List.of("Order Details", "it's", "a\"b", "größe", "\uD83D\uDE00", "x".repeat(256), " ")) {
            assertThat(stored(Identifier.exact(name))).isEqualTo(name);
        }
    }

    private static String stored(Identifier name) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (" + STYLE.quoted(name) + " integer)");
            try (ResultSet columns = connection.getMetaData().getColumns(null, null, "T", null)) {
                columns.next();
                return columns.getString("COLUMN_NAME");
            }
        }
    }
}
