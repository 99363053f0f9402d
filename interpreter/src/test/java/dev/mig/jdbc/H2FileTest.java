package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.connection.ConnectionUrl;
import dev.mig.script.Revisions;
import dev.mig.source.Code;
import dev.mig.source.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FileTest extends DatabaseContract {
    @TempDir
    static Path folder = Path.of("");

    @Override
    TestDatabase database() {
        return new TestH2(at("contract"));
    }

    private static ConnectionSettings at(String file) {
        return new ConnectionSettings(new ConnectionUrl("jdbc:h2:file:" + folder.resolve(file)), "sa", null);
    }

    @Test
    void lookingDoesNotCreateTheFile() throws IOException {
        try (Connections none = new Connections(at("none"));
                DatabaseReader reader =
                        DatabaseReader.open(none, OwnTables.DEFAULT, database().dialect())) {
            assertThat(reader.rows()).isEmpty();
        }
        assertThat(Files.exists(folder.resolve("none.mv.db"))).isFalse();
    }

    @Test
    void anotherProcessHasTheFile() throws Exception {
        Path told = folder.resolve("taken.out");
        Process process = KilledRun.start(at("taken"), told);
        try (Connections taken = new Connections(at("taken"))) {
            awaitLines(process, told, 1);
            Assertions.assertThatThrownBy(taken::read).isInstanceOfSatisfying(DiagnosticException.class, it -> {
                assertThat(it.diagnostics().getFirst().code()).isEqualTo(Code.DATABASE_IN_USE);
                assertThat(it.getMessage()).contains("another process has the database", "taken");
            });
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aLookThatMayWaitGetsTheFileWhenTheOtherProcessEnds() throws Exception {
        Path told = folder.resolve("waited.out");
        Process process = KilledRun.start(at("waited"), told);
        List<LockHolder> waitedFor = new ArrayList<>();
        try (Connections connections = new Connections(at("waited"))) {
            awaitLines(process, told, 1);
            FileLockWait lockWait = new FileLockWait(Duration.ofMinutes(1), holder -> {
                waitedFor.add(holder);
                process.destroyForcibly();
            });
            try (DatabaseReader reader = DatabaseReader.open(connections, OwnTables.DEFAULT, lockWait)) {
                assertThat(reader.rows()).isNotEmpty();
            }
            assertThat(waitedFor).isNotEmpty().first().hasToString("another process");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Whatever was told as done is there after the process was killed, and the next run goes on from it. */
    @Test
    void aKilledProcessLosesNothingThatItReported() throws Exception {
        Path out = folder.resolve("killed.out");
        Process process = KilledRun.start(at("killed"), out);
        awaitLines(process, out, 20);
        process.destroyForcibly().waitFor();
        List<String> told = Files.readAllLines(out);

        try (Connections connections = new Connections(at("killed"));
                DatabaseReader reader = DatabaseReader.open(
                        connections, OwnTables.DEFAULT, database().dialect())) {
            int row = Integer.parseInt(reader.rows().first().substring(1));
            assertThat(row).isGreaterThanOrEqualTo(told.size());
            for (int i = 1; i <= row; i++) {
                assertThat(KilledRun.tables(connections)).contains("T" + i);
            }
            UnfinishedStep unfinished =
                    reader.unfinished(id -> reader.rows().contains(id)).orElse(null);
            boolean inDoubt = unfinished != null && unfinished.doubt() != null;
            if (!inDoubt) {
                try (JdbcRunner runner = JdbcRunner.open(
                        connections,
                        OwnTables.DEFAULT,
                        database().dialect(),
                        new Operator("ann", "desk", 42, "mig"),
                        RunOptions.DEFAULT,
                        RunListener.SILENT)) {
                    Revisions revisions = KilledRun.revisions();
                    assertThat(runner.run(
                                    revisions.upgrade(
                                            runner.rows(),
                                            "r" + (row + 2),
                                            database().dialect()),
                                    it -> null))
                            .isInstanceOf(Outcome.Applied.class);
                }
            }
        }
    }

    private static void awaitLines(Process process, Path file, int lines) throws Exception {
        while (Files.readAllLines(file).size() < lines) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(5);
        }
    }
}
