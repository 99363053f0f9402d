package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One writer of a file, whatever happens to it, and the other programs that use it. */
class SqliteLockTest {
    private static final Dialect DIALECT = Revisions.dialect(Database.SQLITE);

    @TempDir
    Path folder = Path.of("");

    private ConnectionSettings access() {
        return new ConnectionSettings(new ConnectionUrl("jdbc:sqlite:" + folder.resolve("app.db")), null, null);
    }

    private static JdbcRunner open(Connections connections, Duration lockWait, RunListener listener) {
        return JdbcRunner.open(
                connections,
                OwnTables.DEFAULT,
                DIALECT,
                new Operator("ann", "desk", 42, "mig"),
                new RunOptions(lockWait, Duration.ofMillis(50), null),
                listener);
    }

    private static Diagnostic refused(Runnable work) {
        List<Diagnostic> told = new ArrayList<>();
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(DiagnosticException.class, it -> told.addAll(it.diagnostics()));
        return told.getFirst();
    }

    @Test
    void aSecondRunWaitsAndIsToldWhoseTurnItIs() {
        try (Connections one = new Connections(access());
                Connections other = new Connections(access())) {
            try (JdbcRunner first = open(one, Duration.ZERO, RunListener.SILENT)) {
                assertThat(first.rows()).isEmpty();
                Diagnostic told = refused(() -> open(other, Duration.ofMillis(300), RunListener.SILENT));
                assertThat(told.code()).isEqualTo(Code.RUN_LOCKED);
                assertThat(told.message())
                        .startsWith("another run is writing to this database: ann@desk (process 42) since ");
            }
            open(other, Duration.ZERO, RunListener.SILENT).close();
        }
        assertThat(folder).isDirectoryNotContaining(it -> it.toString().endsWith("-migrate"));
    }

    @Test
    void aRunThatIsKilledGivesItsLockUpAndLosesNothingThatItTold() throws Exception {
        Path told = folder.resolve("told");
        Process process = KilledRun.start(access(), told);
        try (Connections connections = new Connections(access())) {
            while (Files.readAllLines(told).size() < 3) {
                assertThat(process.isAlive()).isTrue();
                Thread.sleep(5);
            }
            Diagnostic refused = refused(() -> open(connections, Duration.ofMillis(200), RunListener.SILENT));
            assertThat(refused.message()).contains("ann@desk (process " + process.pid() + ") since ");

            List<LockHolder> waitedFor = new ArrayList<>();
            RunListener killer = new RunListener() {
                @Override
                public void waiting(LockHolder holder) {
                    waitedFor.add(holder);
                    process.destroyForcibly();
                }
            };
            try (JdbcRunner runner = open(connections, Duration.ofMinutes(1), killer)) {
                int row = Integer.parseInt(runner.rows().first().substring(1));
                assertThat(row).isGreaterThanOrEqualTo(Files.readAllLines(told).size());
                assertThat(KilledRun.tables(connections)).contains("T" + row, "U" + row);
                assertThat(KilledRun.tables(connections)).doesNotContain("T" + (row + 1));
                assertThat(runner.unfinished()).isEmpty();
                assertThat(runner.run(KilledRun.revisions().upgrade(runner.rows(), "head", DIALECT), it -> null))
                        .isInstanceOf(Outcome.Applied.class);
            }
            assertThat(waitedFor).isNotEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void anotherProgramThatWritesIsWaitedForAndThenNamed() throws Exception {
        Revisions revisions = Revisions.none().add("a1", "upgrade {\n  create table a { id integer primary key }\n}");
        try (Connections connections = new Connections(access());
                JdbcRunner runner = open(connections, Duration.ZERO, RunListener.SILENT);
                Connection other = DriverManager.getConnection(access().url().text())) {
            TestSqlite.execute(other, "begin immediate");
            var script = revisions.upgrade(runner.rows(), "a1", DIALECT);
            Outcome.Stopped stopped = (Outcome.Stopped) runner.run(script, it -> null);
            assertThat(stopped.why().code()).isEqualTo(Code.DATABASE_IN_USE);
            assertThat(stopped.why().message()).startsWith("another program is writing to the database jdbc:sqlite:");
            assertThat(stopped.why().hints())
                    .contains("end what it is doing, or wait longer for it: --lock-timeout 30s");

            TestSqlite.execute(other, "rollback");
            assertThat(runner.run(script, it -> null)).isInstanceOf(Outcome.Applied.class);
        }
    }

    @Test
    void aFileThatNobodyMayEvenReadIsWaitedFor() throws Exception {
        ConnectionSettings impatient =
                new ConnectionSettings(new ConnectionUrl(access().url().text() + "?busy_timeout=20"), null, null);
        try (Connections connections = new Connections(impatient);
                Connection other = DriverManager.getConnection(access().url().text())) {
            TestSqlite.execute(other, "create table t (a)");
            TestSqlite.execute(other, "begin exclusive");
            Diagnostic told = refused(() -> DatabaseReader.open(connections, OwnTables.DEFAULT, DIALECT));
            assertThat(told.code()).isEqualTo(Code.DATABASE_IN_USE);

            FileLockWait lockWait = new FileLockWait(Duration.ofMinutes(1), holder -> {
                try {
                    TestSqlite.execute(other, "rollback");
                } catch (SQLException again) {
                    // It is over already.
                }
            });
            try (DatabaseReader reader = DatabaseReader.open(connections, OwnTables.DEFAULT, lockWait)) {
                assertThat(reader.rows()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "insert into a "})
    void aStatementThatRunsTooLongIsStoppedAndTakesEverythingBack(String writing) throws Exception {
        String slow = writing + "with recursive r (x) as (select 1 union all select x + 1 from r) select x from r"
                + (writing.isEmpty() ? " where x < 0" : "");
        Revisions revisions = Revisions.none()
                .add(
                        "a1",
                        "timeout statement 100ms\nupgrade {\n  create table a { id integer }\n  sql \"\"\" " + slow
                                + " \"\"\" reverse nothing\n}")
                .add("b2", "upgrade {\n  create table b { id integer primary key }\n}");
        try (Connections connections = new Connections(access());
                JdbcRunner runner = open(connections, Duration.ZERO, RunListener.SILENT)) {
            Outcome.Stopped stopped =
                    (Outcome.Stopped) runner.run(revisions.upgrade(runner.rows(), "b2", DIALECT), it -> null);
            assertThat(stopped.why().code()).isEqualTo(Code.STATEMENT_FAILED);
            assertThat(stopped.why().message()).contains("it ran longer than 100 ms");
            assertThat(stopped.why().hints()).noneMatch(it -> it.contains("could not be written into the journal"));
            assertThat(runner.rows()).isEmpty();
        }
        try (Connection connection = DriverManager.getConnection(access().url().text())) {
            assertThat(TestSqlite.rows(connection, "select revision, outcome from mig_journal where kind = 'step'"))
                    .containsExactly(List.of("a1", "failed"));
            assertThat(TestSqlite.rows(connection, "select name from sqlite_master where name in ('a', 'b')"))
                    .isEmpty();
        }
    }

    @Test
    void lookingMakesNoFileAndRunningMakesItsFolder() throws IOException {
        ConnectionSettings below =
                new ConnectionSettings(new ConnectionUrl("jdbc:sqlite:" + folder.resolve("data/app.db")), null, null);
        try (Connections connections = new Connections(below)) {
            try (DatabaseReader reader = DatabaseReader.open(connections, OwnTables.DEFAULT, DIALECT)) {
                assertThat(reader.rows()).isEmpty();
            }
            assertThat(folder).isEmptyDirectory();
            open(connections, Duration.ZERO, RunListener.SILENT).close();
        }
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            assertThat(files).containsExactly(folder.resolve("data/app.db"));
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsToldSo() throws IOException {
        Files.writeString(folder.resolve("app.db"), "this is a text and no database at all".repeat(30));
        try (Connections connections = new Connections(access())) {
            Diagnostic told = refused(() -> open(connections, Duration.ZERO, RunListener.SILENT));
            assertThat(told.message()).contains("cannot connect to ", "app.db").endsWith("file is not a database");
        }
    }
}
