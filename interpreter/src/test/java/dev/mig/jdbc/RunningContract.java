package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.script.Revisions;
import dev.mig.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a run does when everything goes well, and when somebody else or the clock is in its way. */
abstract class RunningContract extends ContractPart {
    RunningContract(TestDatabase database) {
        super(database);
    }

    @Test
    void aRunMovesTheVersionTableAndTellsTheJournal() throws Exception {
        Revisions revisions = books();

        assertThat(apply(revisions, "head").done())
                .extracting(it -> it.step().revision())
                .containsExactly("a1", "b2", "c3");
        assertThat(versions()).containsExactly("c3");

        try (JdbcRunner runner = open()) {
            runner.run(revisions.downgrade(runner.rows(), "-2", dialect()), it -> null);
        }
        assertThat(versions()).containsExactly("a1");
        assertThat(query("select direction, revision, outcome, rows_before, rows_after, os_user, host, process, tool"
                        + " from mig_journal where kind = 'step' order by id"))
                .containsExactly(
                        "upgrade|a1|done||a1|ann|desk|42|mig 0.1.0",
                        "upgrade|b2|done|a1|b2|ann|desk|42|mig 0.1.0",
                        "upgrade|c3|done|b2|c3|ann|desk|42|mig 0.1.0",
                        "downgrade|c3|done|c3|b2|ann|desk|42|mig 0.1.0",
                        "downgrade|b2|done|b2|a1|ann|desk|42|mig 0.1.0");
        assertThat(query("select count(*) from mig_journal where kind = 'step' and (millis is null or"
                        + " database_user is null or started_at is null)"))
                .containsExactly("0");
    }

    @Test
    void theJournalKeepsTheRevisionAndFindsItAgain() throws Exception {
        Revisions revisions = books();
        RevisionSnapshot kept = new RevisionSnapshot(
                "a1",
                "authors",
                List.of(),
                List.of("x", "y"),
                List.of("left"),
                "migrations/a1.mig",
                revisions.text("a1"),
                "sha256:1",
                "sha256:2",
                "drop table authors;");
        try (JdbcRunner runner = open()) {
            runner.run(revisions.upgrade(runner.rows(), "b2", dialect()), it -> it.equals("a1") ? kept : null);
        }
        try (DatabaseReader reader = reader()) {
            assertThat(reader.kept("a1")).contains(kept);
            assertThat(reader.kept("b2")).isEmpty();
            assertThat(reader.digests(List.of("a1", "b2")))
                    .containsOnly(Map.entry("a1", new AppliedDigests(kept.textDigest(), kept.meaningDigest())));
        }
    }

    @Test
    void lookingCreatesNothing() throws Exception {
        List<String> before = allTables();
        try (DatabaseReader reader = reader()) {
            assertThat(reader.rows()).isEmpty();
            assertThat(reader.unfinished(id -> reader.rows().contains(id))).isEmpty();
            assertThat(reader.kept("a1")).isEmpty();
            assertThat(reader.digests(List.of("a1", "b2"))).isEmpty();
        }
        assertThat(allTables()).isEqualTo(before);
    }

    @Test
    void stampWritesRowsAndRunsNothing() throws Exception {
        Revisions revisions = books();
        List<String> before = structure();
        try (JdbcRunner runner = open()) {
            runner.stamp(revisions.stamp(runner.rows(), "b2"), List.of());
            assertThat(runner.rows()).containsExactly("b2");
            runner.stamp(revisions.stamp(runner.rows(), "base"), List.of());
            assertThat(runner.rows()).isEmpty();
        }
        assertThat(structure()).isEqualTo(before);
        assertThat(query("select rows_before, rows_after from mig_journal where kind = 'stamp' order by id"))
                .containsExactly("|b2", "b2|");
    }

    @Test
    void onlyOneRunWritesAtATime() throws Exception {
        Revisions revisions = books();
        List<LockHolder> seen = new ArrayList<>();
        try (JdbcRunner first = open()) {
            first.run(revisions.upgrade(first.rows(), "a1", dialect()), it -> null);
            RunListener listener = new RunListener() {
                @Override
                public void waiting(LockHolder holder) {
                    seen.add(holder);
                }
            };
            RunOptions impatient = new RunOptions(Duration.ofMillis(300), null, null);
            assertThat(problem(() -> JdbcRunner.open(
                                    connect(), OwnTables.DEFAULT, dialect(), OPERATOR, impatient, listener)
                            .close()))
                    .contains("another run is writing to this database: ann@desk (process 42) since ");
            assertThat(seen).isNotEmpty();
            // A change of structure gives up the locks of its transaction, but not this one.
            assertThat(first.run(revisions.upgrade(first.rows(), "head", dialect()), it -> null))
                    .isInstanceOf(Outcome.Applied.class);
        }
        try (JdbcRunner second = open()) {
            assertThat(second.rows()).containsExactly("c3");
        }
    }

    @Test
    void aPlanMadeForOtherRowsIsRefused() {
        Revisions revisions = books();
        Script planned = revisions.upgrade(List.of(), "+1", dialect());
        apply(revisions, "b2");
        try (JdbcRunner runner = open()) {
            assertThat(problem(() -> runner.run(planned, it -> null))).contains("is at b2 and not at base any more");
        }
    }

    @Test
    void cancelStopsTheStatementUnderWay() throws Exception {
        Revisions revisions = books().add("d4", "upgrade {\n" + database().slow() + "\n}");
        CountDownLatch begun = new CountDownLatch(1);
        RunListener listener = new RunListener() {
            @Override
            public void statementStarted(
                    dev.mig.script.ScriptStep step, dev.mig.script.Statement statement, int place, int statements) {
                if (step.revision().equals("d4")) {
                    begun.countDown();
                }
            }
        };
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        try (JdbcRunner runner =
                JdbcRunner.open(connections(), OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, listener)) {
            Script script = revisions.upgrade(runner.rows(), "head", dialect());
            Thread run = new Thread(() -> outcome.set(runner.run(script, it -> null)));
            run.start();
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            // The statement may not have reached the database yet.
            runner.cancel();
            run.join();
        }
        Outcome.Stopped stopped = (Outcome.Stopped) outcome.get();
        assertThat(stopped.why().code()).isEqualTo(dev.mig.source.Code.INTERRUPTED);
        assertThat(versions()).containsExactly("c3");
    }

    @Test
    void theTimeoutsOfAHeaderHoldForItsRevisionOnly() {
        Revisions revisions = Revisions.none()
                .add("a1", "timeout statement 100ms\nupgrade {\n" + database().slow() + "\n}")
                .add("b2", "upgrade {\n create table b { id bigint }\n}");
        Outcome.Stopped stopped = (Outcome.Stopped) apply(revisions, "head");
        assertThat(stopped.failed().revision()).isEqualTo("a1");
    }
}
