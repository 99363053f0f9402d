package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mig.connection.ConnectionUrl;
import dev.mig.jdbc.CutConnection.Cut;
import dev.mig.script.Part;
import dev.mig.script.Revisions;
import dev.mig.script.Script;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What only a database with transactional DDL, and only this one, can show. */
class PostgresqlRunTest extends ContractPart {
    private static final TestDatabase DATABASE = TestPostgres.create();

    PostgresqlRunTest() {
        super(DATABASE);
    }

    // ---- parts

    @Test
    void aValueThatWasJustAddedIsCommittedBeforeItIsUsed() throws Exception {
        Revisions revisions = Revisions.none()
                .add("a1", "upgrade {\n create type mood as enum ('calm')\n create table t { m mood }\n}")
                .add("b2", """
                    upgrade {
                      create table other { id bigint }
                      alter type mood add value 'glad'
                      create table unrelated { id bigint }
                      insert into t (m) values ('glad') reverse nothing
                      create table last { id bigint }
                    }
                    """);
        Script script = revisions.upgrade(java.util.List.of(), "head", dialect());
        assertThat(script.steps().getLast().parts())
                .extracting(Part::transactional, it -> it.statements().size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(true, 3), org.assertj.core.groups.Tuple.tuple(true, 2));
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(query("select m from t")).containsExactly("glad");
        assertThat(query("select seq, outcome from mig_journal where kind = 'statement' order by id"))
                .containsExactly("1|done", "2|done", "3|done", "4|done", "5|done");
    }

    @Test
    void aValueThatADowngradeLeftIsNoObstacleToTheNextUpgrade() throws Exception {
        Revisions revisions = Revisions.none()
                .add("a1", "upgrade {\n create type mood as enum ('calm', 'cross')\n}")
                .add("b2", """
                    upgrade {
                      alter type mood add value 'glad' before 'cross'
                      create table t { m mood not null default 'glad' }
                    }
                    downgrade {
                      drop table t
                    }
                    """);
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        try (JdbcRunner runner = open()) {
            Script down = revisions.downgrade(runner.rows(), "-1", dialect());
            assertThat(runner.run(down, it -> null)).isInstanceOf(Outcome.Applied.class);
        }
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(query("select unnest(enum_range(null::mood))")).containsExactly("calm", "glad", "cross");
    }

    @Test
    void howeverAValueIsUsedItIsCommittedBefore() throws Exception {
        for (String use : java.util.List.of(
                "insert into t (m) values ('it''s') reverse nothing",
                "update t set m = 'it''s' where (m = 'calm') reverse nothing",
                "alter table t alter column m set default 'it''s'",
                "alter table t add check (m <> 'it''s')",
                "alter table t add column n mood default 'it''s'",
                "create index on t (a) where (m = 'it''s')",
                "sql \"\"\" insert into t (m) values ('it''s') \"\"\" reverse nothing",
                "create view v as \"\"\" select 'it''s'::mood as m \"\"\"",
                "alter type mood add value 'glad' after 'it''s'\n  delete from t where (m = 'glad') reverse nothing",
                "load 'moods.csv' into t")) {
            clear();
            Revisions revisions = Revisions.none()
                    .rows("moods.csv", "a,m\n1,it's\n")
                    .add(
                            "a1",
                            "upgrade {\n  create type mood as enum ('calm')\n  create table t { a integer, m mood }\n}")
                    .add("b2", "upgrade {\n  alter type mood add value 'it''s'\n  " + use + "\n}");
            run(revisions.upgrade(java.util.List.of(), "head", dialect()));
            assertThat(versions()).as(use).containsExactly("b2");
        }
    }

    @Test
    void aValueThatWasJustAddedIsNotUsedInTheSameTransaction() {
        Revisions revisions = Revisions.none()
                .together()
                .add("a1", "upgrade {\n create type mood as enum ('calm')\n create table t { m mood }\n}")
                .add("b2", "upgrade {\n alter type mood add value 'glad'\n}")
                .add("c3", "upgrade {\n insert into t (m) values ('glad') reverse nothing\n}");

        assertThat(problem(() -> revisions.upgrade(java.util.List.of(), "head", dialect())))
                .isEqualTo("PostgreSQL lets \"glad\" be used only after it is committed, and the whole run is to be one"
                        + " transaction");
        run(revisions.upgrade(java.util.List.of(), "b2", dialect()));
        run(revisions.upgrade(java.util.List.of("b2"), "head", dialect()));
    }

    @Test
    void aPartThatFailsGoesOnAfterTheOneThatWasCommitted() throws Exception {
        Revisions revisions = Revisions.none()
                .add("a1", "upgrade {\n create type mood as enum ('calm')\n create table t { m mood primary key }\n}")
                .add("b2", """
                    upgrade {
                      alter type mood add value 'glad'
                      insert into t (m) values ('glad') reverse nothing
                      insert into t (m) values ('glad') reverse nothing
                    }
                    """);
        Outcome.Stopped stopped = (Outcome.Stopped) apply(revisions, "head");
        assertThat(stopped.finishedStatements()).isEqualTo(1);
        assertThat(query("select count(*) from t")).containsExactly("0");
        revisions.edit("b2", """
            upgrade {
              alter type mood add value 'glad'
              insert into t (m) values ('glad') reverse nothing
            }
            """);
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(query("select m from t")).containsExactly("glad");
    }

    @Test
    void theSettingsOfTheServerChangeNothing() throws Exception {
        Revisions revisions = Revisions.none().add("a1", """
            upgrade {
              create table t {
                id  integer      primary key
                s   varchar(20)  default 'C:\\new'
              }
              insert into t (id) values (1)
              insert into t (id, s) values (2, '\\''; --')
              sql \"\"\" insert into t (id, s) values (3, 'x\\') \"\"\" reverse nothing
            }
            """);
        String url = database().access().url().text();
        ConnectionSettings strange = new ConnectionSettings(
                new ConnectionUrl(url + "&options=-c%20standard_conforming_strings=off"), null, null);
        try (Connections connections = new Connections(strange);
                JdbcRunner runner = JdbcRunner.open(
                        connections, OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, RunListener.SILENT)) {
            assertThat(runner.run(revisions.upgrade(runner.rows(), "head", dialect()), it -> null))
                    .isInstanceOf(Outcome.Applied.class);
        }
        assertThat(query("select s from t order by id")).containsExactly("C:\\new", "\\'; --", "x\\");
    }

    // ---- failing

    @Test
    void whatTheServerDoesNotSupportIsWrittenIntoTheJournal() throws Exception {
        Revisions revisions = Revisions.none().add("a1", """
            upgrade {
              create table t { a integer }
              create view v as \"\"\" select a from t \"\"\"
              sql \"\"\" alter table t alter column a type bigint \"\"\" touches nothing
            }
            """);
        Outcome.Stopped stopped = (Outcome.Stopped) apply(revisions, "head");

        assertThat(stopped.why().message()).contains("used by a view", "0A000");
        assertThat(stopped.why().hints()).noneMatch(it -> it.contains("could not be written"));
        assertThat(query("select distinct outcome from mig_journal where revision = 'a1'"))
                .containsExactly("failed");
    }

    // ---- indexes built concurrently

    private static final String CONCURRENTLY = """
        upgrade {
          create unique index concurrently ux on t (a)
        }
        downgrade auto
        """;

    private static Revisions withIndex() {
        return Revisions.none()
                .add("a1", "upgrade {\n create table t { a integer }\n}\ndowngrade auto")
                .add("b2", CONCURRENTLY);
    }

    private String indexIsValid() throws SQLException {
        return String.join(",", query("select indisvalid from pg_index where indexrelid = to_regclass('ux')"));
    }

    @Test
    void anInvalidIndexThatAFailedBuildLeftIsBuiltAnew() throws Exception {
        Revisions revisions = withIndex();
        apply(revisions, "a1");
        execute("insert into t values (1), (1)");
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Stopped.class);
        assertThat(indexIsValid()).isEqualTo("f");

        execute("delete from t");
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(indexIsValid()).isEqualTo("t");
        try (JdbcRunner runner = open()) {
            Script down = revisions.downgrade(runner.rows(), "-1", dialect());
            assertThat(down.steps().getFirst().literalStatements(dialect().style()))
                    .containsExactly("drop index concurrently ux");
            assertThat(runner.run(down, it -> null)).isInstanceOf(Outcome.Applied.class);
        }
        assertThat(indexIsValid()).isEmpty();
    }

    @Test
    void anInvalidIndexIsNotReportedAsThere() throws Exception {
        Revisions revisions = Revisions.none()
                .add("a1", "upgrade {\n create table t { a integer }\n}")
                .add("b2", "upgrade {\n create unique index concurrently if not exists ux on t (a)\n}");
        apply(revisions, "a1");
        execute("insert into t values (1), (1)");
        apply(revisions, "head");
        execute("delete from t");
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(indexIsValid()).isEqualTo("t");
    }

    /** What a run leaves that was killed: a row that says begun, and perhaps the index. */
    private void killedWhileBuilding(Revisions revisions) throws SQLException {
        apply(revisions, "a1");
        execute("insert into t values (1), (1)");
        apply(revisions, "head");
        execute("update mig_journal set outcome = 'begun', error = null where revision = 'b2' or kind = 'statement'");
        execute("delete from t");
    }

    @Test
    void aKilledBuildIsSettledByWhatTheCatalogueSays() throws Exception {
        for (String left : java.util.List.of("invalid", "nothing", "all of it")) {
            clear();
            Revisions revisions = withIndex();
            killedWhileBuilding(revisions);
            if (!left.equals("invalid")) {
                execute("drop index ux");
            }
            if (left.equals("all of it")) {
                execute("create unique index ux on t (a)");
            }
            assertThat(apply(revisions, "head")).as(left).isInstanceOf(Outcome.Applied.class);
            assertThat(indexIsValid()).isEqualTo("t");
            assertThat(versions()).containsExactly("b2");
        }
    }

    // ---- locks

    @Test
    void aTransactionThatWaitedTooLongForALockIsTriedAgain() throws Exception {
        Revisions revisions = Revisions.none()
                .add("a1", "upgrade {\n create table t { a integer }\n create table other { a integer }\n}")
                .add(
                        "b2",
                        "timeout lock 50ms\nupgrade {\n create table c { a integer }\n"
                                + " alter table t add column b integer\n}");
        apply(revisions, "a1");
        try (Connection holder = connections().run();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table t");
            int[] begun = {0};
            RunListener listener = new RunListener() {
                @Override
                public void statementStarted(
                        dev.mig.script.ScriptStep step, dev.mig.script.Statement sent, int place, int statements) {
                    begun[0]++;
                    if (begun[0] == 4) {
                        rollback(holder);
                    }
                }
            };
            try (JdbcRunner runner =
                    JdbcRunner.open(connect(), OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, listener)) {
                assertThat(runner.run(revisions.upgrade(runner.rows(), "head", dialect()), it -> null))
                        .isInstanceOf(Outcome.Applied.class);
            }
            assertThat(begun[0]).isEqualTo(4);
        }
        assertThat(query("select outcome from mig_journal where revision = 'b2'"))
                .containsExactly("done");
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoHoldsTheLockIsNamed() throws Exception {
        Revisions revisions = Revisions.none()
                .add("a1", "upgrade {\n create table t { a integer }\n}")
                .add("b2", "timeout lock 20ms\nupgrade {\n alter table t add column b integer\n}");
        apply(revisions, "a1");
        try (Connection holder = connections().run();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select count(*) from t");
            Outcome.Stopped stopped = (Outcome.Stopped) apply(revisions, "head");
            assertThat(String.join("\n", stopped.why().hints()))
                    .contains("select count(*) from t", "select pg_terminate_backend(");
            holder.rollback();
        }
    }

    @Test
    void aRunIsTheOnlyWriterWhateverItCommits() throws Exception {
        try (JdbcRunner first = open()) {
            first.run(books().upgrade(first.rows(), "head", dialect()), it -> null);
            assertThat(query("select count(*) from pg_locks where locktype = 'advisory' and granted"
                            + " and database = (select oid from pg_database where datname = current_database())"))
                    .containsExactly("1");
        }
        assertThat(query("select count(*) from pg_locks where locktype = 'advisory'"
                        + " and database = (select oid from pg_database where datname = current_database())"))
                .containsExactly("0");
    }

    // ---- a connection that breaks

    @Test
    void aCommitWhoseAnswerIsLostIsLookedUp() throws Exception {
        assertThat(cutDuringCommit(Cut.AFTER)).isInstanceOf(Outcome.Applied.class);
        assertThat(versions()).containsExactly("a1");
        clear();
        assertThat(cutDuringCommit(Cut.BEFORE)).isInstanceOf(Outcome.Stopped.class);
        assertThat(versions()).isEmpty();
        assertThat(apply(books(), "a1")).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void rowsOutsideATransactionAreNeverInDoubt() throws Exception {
        Revisions revisions = Revisions.none()
                .add("a1", "upgrade {\n create table t { a integer }\n}")
                .add("b2", """
                    upgrade {
                      outside transaction {
                        create table u { a integer }
                        insert into t (a) values (1) reverse nothing
                        create table v { a integer }
                      }
                    }
                    """);
        for (Cut when : Cut.values()) {
            clear();
            apply(revisions, "a1");
            // Not the journal's copy of it, which has the value in it.
            assertThat(cut("insert into t (a) values ($1)", when, revisions, "b2"))
                    .isInstanceOf(Outcome.Stopped.class);
            assertThat(apply(revisions, "b2")).as("cut " + when).isInstanceOf(Outcome.Applied.class);
            assertThat(query("select a from t")).as("cut " + when).containsExactly("1");
        }
    }

    /** Else it would keep the lock of its run for as long as it takes. */
    @Test
    void aStatementWhoseClientIsGoneDoesNotLiveOn() throws Exception {
        Revisions revisions =
                Revisions.none().add("a1", "upgrade {\n" + database().slow() + "\n}");
        assertThat(cut("pg_sleep", Cut.AFTER, revisions, "a1")).isInstanceOf(Outcome.Stopped.class);

        revisions.edit("a1", "upgrade {\n  create table t { a integer }\n}");
        assertThat(apply(revisions, "a1")).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void aNetworkThatLosesEverythingIsNotWaitedForForEver() throws Exception {
        String url = database().access().url().text();
        try (CutConnection wire = CutConnection.to(url);
                Connection connection = DriverManager.getConnection(wire.through(url));
                Statement statement = connection.createStatement()) {
            CurrentStatement running = new CurrentStatement();
            running.giveUpAfter(500);
            assertThat(running.during(statement, () -> statement.execute("select 1")))
                    .isTrue();
            wire.fallSilent();
            assertThatThrownBy(() -> running.during(statement, () -> statement.execute("select 2")))
                    .hasMessage("the database did not answer within 500 ms");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    private Outcome cutDuringCommit(Cut when) throws Exception {
        return cut("COMMIT", when, books(), "a1");
    }

    private Outcome cut(String word, Cut when, Revisions revisions, String target) throws Exception {
        String url = database().access().url().text();
        try (CutConnection wire = CutConnection.to(url)) {
            ConnectionUrl through = new ConnectionUrl(wire.through(url));
            RunListener listener = new RunListener() {
                @Override
                public void statementStarted(
                        dev.mig.script.ScriptStep step, dev.mig.script.Statement sent, int place, int statements) {
                    wire.cutAt(word, when);
                }
            };
            RunOptions patient = new RunOptions(Duration.ofSeconds(20), null, null);
            try (Connections cut = new Connections(new ConnectionSettings(
                            through,
                            database().access().user(),
                            database().access().password()));
                    JdbcRunner runner =
                            JdbcRunner.open(cut, OwnTables.DEFAULT, dialect(), OPERATOR, patient, listener)) {
                return runner.run(revisions.upgrade(runner.rows(), target, dialect()), it -> null);
            }
        }
    }
}
