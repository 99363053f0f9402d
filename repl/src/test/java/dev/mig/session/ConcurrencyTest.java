package dev.mig.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.connection.ConnectionUrl;
import dev.mig.jdbc.ConnectionSettings;
import dev.mig.jdbc.Connections;
import dev.mig.jdbc.JdbcRunner;
import dev.mig.jdbc.Operator;
import dev.mig.jdbc.OwnTables;
import dev.mig.jdbc.RunListener;
import dev.mig.jdbc.RunOptions;
import dev.mig.model.Database;
import dev.mig.project.Interruption;
import dev.mig.script.Dialect;
import dev.mig.session.CommandLineSession.Result;
import dev.mig.source.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moves while others move the database, hold the lock, write rows, or press Ctrl-C. */
class ConcurrencyTest {
    @TempDir
    private Path folder;

    private CommandLineSession session;

    @BeforeEach
    void threeRevisions() throws IOException {
        session = new CommandLineSession(folder);
        Files.createDirectories(folder.resolve("migrations"));
        write("aa11", "", "create table t { id bigint primary key }");
        write("bb22", "revises aa11", "insert into t (id) values (1)");
        write("cc33", "revises bb22", "create table u { id bigint primary key }");
    }

    private void write(String id, String revises, String statements) throws IOException {
        Files.writeString(folder.resolve("migrations/" + id + ".mig"), """
                revision  %s '%s'
                %s

                upgrade {
                  %s
                }

                downgrade auto
                """.formatted(id, id, revises, statements));
    }

    @Test
    void aRelativeMoveIsGivenUpWhenItsStartMoved() {
        session.migrate("upgrade");
        session.migrate("downgrade", "-1");

        Result result = session.onTerminal(() -> session.migrate("upgrade", "--json"), "y", "downgrade", "-2");

        assertThat(result.exit()).isEqualTo(Exit.LOCKED);
        assertThat(result.err()).contains("from bb22 to cc33");
        assertThat(session.migrate("current").out()).startsWith("cc33");
    }

    @Test
    void anAbsoluteMoveIsPlannedAgain() {
        session.migrate("upgrade", "bb22");

        Result result = session.onTerminal(() -> session.migrate("upgrade", "--json"), "y", "downgrade", "base");

        // The new plan is asked about again, and nobody answers.
        assertThat(result.exit()).isEqualTo(Exit.REFUSED);
        assertThat(session.migrate("current").out()).startsWith("cc33");
    }

    @Test
    void anAbsoluteMoveWithNothingLeftIsDone() {
        session.migrate("upgrade", "bb22");

        Result result = session.onTerminal(() -> session.migrate("downgrade", "base"), "y", "downgrade", "base");

        assertThat(result.exit()).isEqualTo(Exit.OK);
        assertThat(result.out()).contains("nothing to do");
    }

    @Test
    void whileAnotherRunHoldsTheLockATurnIsWaitedForAndGivenUp() throws InterruptedException {
        session.migrate("upgrade", "aa11");
        ConnectionSettings access = new ConnectionSettings(
                new ConnectionUrl("jdbc:h2:" + folder.toAbsolutePath() + "/data/app"), null, null);
        try (Connections connections = new Connections(access);
                JdbcRunner other = JdbcRunner.open(
                        connections,
                        OwnTables.DEFAULT,
                        Dialect.of(Database.H2).orElseThrow(),
                        new Operator("grace", "harvard", 1944, "migrate"),
                        RunOptions.DEFAULT,
                        RunListener.SILENT)) {
            Result result = session.migrate("upgrade", "--run-timeout", "300ms");

            assertThat(other.rows()).containsExactly("aa11");
            assertThat(result.exit()).isEqualTo(Exit.LOCKED);
            assertThat(result.err()).contains("waiting for grace@harvard").contains("another run is writing");
            // So does what only writes down where the database stands.
            Result stamp = session.migrate("stamp", "bb22", "--run-timeout", "300ms");
            assertThat(stamp.exit()).isEqualTo(Exit.LOCKED);
            assertThat(stamp.err()).contains("waiting for grace@harvard").contains("another run is writing");

            Interruption interruption = new Interruption();
            Thread presser = new Thread(() -> press(interruption, new CountDownLatch(1)));
            presser.start();
            Result interrupted = session.migrate(interruption, "stamp", "bb22", "--wait");
            presser.join();
            assertThat(interrupted.exit()).isEqualTo(Exit.INTERRUPTED);
            assertThat(interrupted.err()).contains("interrupted while waiting for grace@harvard");

            Thread ending = new Thread(() -> endLater(other));
            ending.start();
            Result waited = session.migrate("upgrade", "bb22", "--run-timeout", "1ms", "--wait");
            ending.join();
            assertThat(waited.exit()).isEqualTo(Exit.OK);
            assertThat(waited.err()).contains("waiting for grace@harvard");
        }
        assertThat(session.migrate("upgrade").exit()).isEqualTo(Exit.OK);
    }

    @Test
    void aRowThatNobodyKnowsStopsMovesAndIsStillSeen() throws SQLException {
        session.migrate("upgrade", "aa11");
        sql("insert into alembic_version (version_num) values ('feed')");

        assertThat(session.migrate("upgrade").exit()).isEqualTo(Exit.HISTORY);
        assertThat(session.migrate("stamp", "bb22").exit()).isEqualTo(Exit.HISTORY);
        assertThat(session.migrate("current").out()).contains("feed  no file has this revision");
        assertThat(session.migrate("history").exit()).isEqualTo(Exit.OK);
        assertThat(session.migrate("status").out()).contains("problems     1").contains("\"feed\"");

        assertThat(session.migrate("stamp", "aa11", "--purge").exit()).isEqualTo(Exit.OK);
        assertThat(session.migrate("upgrade").exit()).isEqualTo(Exit.OK);
    }

    @Test
    void whatWasHalfDoneIsSettledWhenAnotherToolHasFinishedItAndGoneOn() throws IOException, SQLException {
        write(
                "bb22",
                "revises aa11",
                "create table b { id bigint }\n  sql \"\"\" drop table nowhere \"\"\" reverse nothing");
        assertThat(session.migrate("upgrade").exit()).isEqualTo(Exit.DATABASE);
        assertThat(session.migrate("status").out()).contains("problems     1").contains("half done");
        sql("create table u (id bigint primary key)");
        sql("update alembic_version set version_num = 'cc33'");
        write("dd44", "revises cc33", "create table v { id bigint primary key }");

        assertThat(session.migrate("status").out()).contains("problems     none");
        assertThat(session.migrate("upgrade", "--dry-run").exit()).isEqualTo(Exit.OK);
        assertThat(session.migrate("upgrade").exit()).isEqualTo(Exit.OK);
        assertThat(session.migrate("downgrade", "cc33").exit()).isEqualTo(Exit.OK);
    }

    @Test
    void anInterruptionStopsTheStatementAndSaysWhere() throws IOException, InterruptedException {
        write(
                "cc33",
                "revises bb22",
                "sql \"\"\" delete from t where 0 < (select count(*) from"
                        + " system_range(1, 2000000), system_range(1, 2000000)) \"\"\" reverse nothing");
        Interruption interruption = new Interruption();
        CountDownLatch ended = new CountDownLatch(1);
        Thread presser = new Thread(() -> press(interruption, ended));
        presser.start();

        Result result = session.migrate(interruption, "upgrade");
        ended.countDown();
        presser.join();

        assertThat(result.exit()).isEqualTo(Exit.INTERRUPTED);
        assertThat(result.err()).contains("interrupted");
        assertThat(result.out()).doesNotContain("upgrade cc33");
        Result status = session.migrate("status", "--json");
        assertThat(status.out()).doesNotContain("\"rows\":[\"cc33\"]").contains("\"problems\":[]");
    }

    private static void endLater(JdbcRunner other) {
        try {
            Thread.sleep(1000);
            other.close();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Again and again, since the first may come before there is anything to stop. */
    private static void press(Interruption interruption, CountDownLatch ended) {
        try {
            while (!ended.await(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                if (interruption.request()) {
                    return;
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void sql(String text) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:" + folder.toAbsolutePath() + "/data/app", "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
