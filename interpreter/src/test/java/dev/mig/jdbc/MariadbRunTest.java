package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import dev.mig.script.Revisions;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What a run does on MariaDB that it does nowhere else. */
class MariadbRunTest extends ContractPart {
    MariadbRunTest() {
        super(TestMysql.embedded());
    }

    @Test
    void whoMayHoldTheLockIsNamed() throws Exception {
        Revisions revisions = Revisions.none()
                .add("a1", "upgrade {\n create table t { a integer }\n}")
                .add("b2", "timeout lock 1s\nupgrade {\n alter table t add column b integer\n}");
        apply(revisions, "a1");
        try (Connection other = connect().run();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select * from t");
            Outcome.Stopped stopped = (Outcome.Stopped) apply(revisions, "head");
            assertThat(String.join("\n", stopped.why().hints()))
                    .containsPattern("session \\d+ of root@\\S* has had a transaction open since \\S+ and waits for its"
                            + " client")
                    .contains("if nobody needs it any more: kill ");
            other.rollback();
        }
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void aSchemaThatHoldsSomethingIsNotDroppedWithIt() throws Exception {
        Revisions revisions =
                Revisions.none().add("a1", "upgrade {\n create schema s\n}").add("b2", "upgrade {\n drop schema s\n}");
        apply(revisions, "a1");
        execute("create table s.t (a integer)");
        Outcome.Stopped stopped = (Outcome.Stopped) apply(revisions, "head");
        assertThat(stopped.why().message())
                .isEqualTo(
                        "schema \"s\" is not empty, and MariaDB would drop all that is in it: drop schema s cascade");
        assertThat(query("select count(*) from s.t")).containsExactly("0");
    }

    @Test
    void theSettingsOfTheServerChangeNothing() throws Exception {
        Revisions revisions = Revisions.none().add("a1", """
            upgrade {
              create table t {
                id   bigint identity primary key
                "a b" varchar(20) not null default 'C:\\new' check ("a b" <> '') comment 'it''s \\ this'
                at   timestamptz
              }
              insert into t (id, "a b", at) values (0, 'x\\', '2026-07-01T12:00:00+02:00')
              insert into t (id, at) values (7, null)
              update t set "a b" = ("a b" || 'y') where ("a b" = 'C:\\\\new')
            }
            """);
        String url =
                MariadbServer.url("contract") + "&sessionVariables=sql_mode='NO_BACKSLASH_ESCAPES',time_zone='-05:00'";
        ConnectionSettings strange = new ConnectionSettings(new ConnectionUrl(url), "root", null);
        try (Connections connections = new Connections(strange);
                JdbcRunner runner = JdbcRunner.open(
                        connections, OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, RunListener.SILENT)) {
            assertThat(runner.run(revisions.upgrade(runner.rows(), "head", dialect()), it -> null))
                    .isInstanceOf(Outcome.Applied.class);
        }
        assertThat(query("select id, `a b`, unix_timestamp(at) from t order by id"))
                .containsExactly("0|x\\|1782900000.000000", "7|C:\\newy|null");
        assertThat(query("select column_comment from information_schema.columns where table_name = 't' and"
                        + " column_name = 'a b'"))
                .containsExactly("it's \\ this");
    }

    @Test
    void aServerOfMysqlIsToldFromOneOfMariadb() throws Exception {
        try (Connection connection = connections().run()) {
            assertThat(DatabaseDetection.answering(connection, Database.MYSQL)).isEqualTo(Database.MARIADB);
        }
    }
}
