package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import dev.mig.script.Revisions;
import java.sql.Connection;
import java.sql.SQLException;
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

    /** The server takes back the whole transaction of who loses a deadlock, what the journal says of it too. */
    @Test
    void aStatementThatLosesADeadlockIsSentAgainAndKnownAfterwards() throws Exception {
        execute("create table t (id integer primary key, n integer not null)");
        execute("insert into t values (1, 0), (2, 0)");
        execute("create table u (n integer) engine=innodb");
        execute("create procedure both_rows() begin update t set n = n + 1 where id = 1;"
                + " update t set n = n + 1 where id = 2; end");
        Revisions revisions = Revisions.none()
                .add(
                        "a1",
                        "upgrade {\n  sql \"\"\" call both_rows() \"\"\" reverse nothing\n"
                                + "  sql \"\"\" create table u (n integer) \"\"\" reverse nothing\n}");
        try (Connection other = connect().run();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            // More to take back than the run has: so the run is the one that loses.
            statement.execute("insert into u select seq from seq_1_to_1000");
            statement.execute("update t set n = n + 10 where id = 2");
            Thread meddler = new Thread(() -> meetHalfway(other, statement));
            RunListener listener = new RunListener() {
                @Override
                public void statementStarted(
                        dev.mig.script.ScriptStep step, dev.mig.script.Statement sent, int place, int statements) {
                    if (place == 1 && meddler.getState() == Thread.State.NEW) {
                        meddler.start();
                    }
                }
            };
            try (JdbcRunner runner =
                    JdbcRunner.open(connect(), OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, listener)) {
                Outcome.Stopped stopped =
                        (Outcome.Stopped) runner.run(revisions.upgrade(runner.rows(), "head", dialect()), it -> null);
                assertThat(stopped.why().message()).contains("already exists");
                assertThat(stopped.finishedStatements()).isEqualTo(1);
            }
            meddler.join();
        }
        execute("drop table u");

        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(query("select n from t order by id")).containsExactly("11", "11");
    }

    /** Waits for the run to hold the first row and to wait for the second, and then wants the first. */
    private static void meetHalfway(Connection other, Statement statement) {
        try {
            Thread.sleep(500);
            statement.execute("update t set n = n + 10 where id = 1");
            other.commit();
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
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
