package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Database;
import dev.mig.model.Identifier;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import dev.mig.script.SqlStyle;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQLite at hand decides which names need quotes; and whatever a name is, its table can be made anew. */
class SqliteNamesTest {
    private static final Dialect DIALECT = Revisions.dialect(Database.SQLITE);
    private static final SqlStyle STYLE = DIALECT.style();

    static Stream<String> keywords() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return Stream.of(connection.getMetaData().getSQLKeywords().split(","));
        }
    }

    @ParameterizedTest
    @MethodSource("keywords")
    void aKeywordIsANameWhereverANameStands(String keyword) throws SQLException {
        String name = STYLE.quoted(Identifier.bare(keyword.toLowerCase(Locale.ROOT)));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            for (String sql : List.of(
                    "create table {0} ({0} integer, b integer, constraint {0} unique ({0}))",
                    "create table other (a integer references {0} ({0}), {0} text default 'x' check ({0} <> ''))",
                    "create index i on {0} ({0} desc)",
                    "insert into {0} ({0}) values (1)",
                    "update {0} set {0} = 1 where ({0} > 2)",
                    "alter table {0} rename column {0} to c",
                    "alter table {0} rename column c to {0}",
                    "create view v as select {0}.{0} from {0} order by {0}",
                    "drop view v",
                    "alter table other rename to {0}2",
                    "drop index i",
                    "alter table {0} add column c text",
                    "delete from {0}",
                    "drop table {0}")) {
                boolean glued = sql.contains("{0}2") && name.startsWith("\"");
                TestSqlite.execute(connection, (glued ? sql.replace("{0}2", "o") : sql).replace("{0}", name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order Details",
                "it's",
                "a\"\"b",
                "[x]",
                "a]b",
                "--",
                "/*",
                "(",
                "a,b",
                ";",
                "`",
                " ",
                "größe",
                "\uD83D\uDE00",
                "select",
                "constraint",
                "autoincrement",
                "sixty-four-characters-are-no-limit-here-since-there-is-none-at-all"
            })
    void whateverItsNamesATableIsMadeAnewAndBack(String name) throws SQLException {
        String url = "jdbc:sqlite:file:names?mode=memory&cache=shared";
        Revisions revisions =
                Revisions.none().add("a1", """
                    upgrade {
                      create table "{0}" {
                        column "{0}" bigint primary key
                        column "{0} 2" text default 'x' unique
                        column "{0} 3" bigint references "{0}" ("{0}")
                        constraint "ck {0}" check ("{0} 2" <> '')
                      }
                      create index "ix {0}" on "{0}" ("{0} 3") where ("{0} 3" > 0)
                      insert into "{0}" ("{0}") values (1)
                    }
                    downgrade auto
                    """.replace("{0}", name)).add("b2", """
                        upgrade {
                          alter table "{0}" {
                            alter column "{0} 2" set not null
                            add column "{0} 4" uuid not null default gen_random_uuid()
                            rename column "{0} 3" to "{0} 5"
                            rename constraint "ck {0}" to "ck2 {0}"
                          }
                          rename index "ix {0}" to "ix2 {0}"
                          alter table "{0}" drop column "{0} 5"
                        }
                        downgrade auto
                        """.replace("{0}", name));
        TestSqlite database = TestSqlite.at(url);
        try (Connections connections = new Connections(database.access());
                JdbcRunner runner = JdbcRunner.open(
                        connections,
                        OwnTables.DEFAULT,
                        DIALECT,
                        new Operator("ann", "desk", 42, "mig"),
                        RunOptions.DEFAULT,
                        RunListener.SILENT)) {
            run(runner, revisions, "a1");
            List<String> before = structure(connections, database);
            run(runner, revisions, "b2");
            assertThat(structure(connections, database)).isNotEqualTo(before);
            assertThat(runner.run(revisions.downgrade(runner.rows(), "-1", DIALECT), it -> null))
                    .isInstanceOf(Outcome.Applied.class);
            assertThat(structure(connections, database)).isEqualTo(before).isNotEmpty();
            assertThat(runner.run(revisions.downgrade(runner.rows(), "-1", DIALECT), it -> null))
                    .isInstanceOf(Outcome.Applied.class);
            assertThat(structure(connections, database)).isEmpty();
        }
    }

    private static void run(JdbcRunner runner, Revisions revisions, String target) {
        assertThat(runner.run(revisions.upgrade(runner.rows(), target, DIALECT), it -> null))
                .isInstanceOf(Outcome.Applied.class);
    }

    private static List<String> structure(Connections connections, TestSqlite database) throws SQLException {
        try (Connection connection = connections.run()) {
            return database.structure(connection);
        }
    }
}
