package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.revision.Direction;
import dev.mig.script.Revisions;
import dev.mig.script.Script;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;

/** Somebody who comes to a database after a run there was cut off, looks at it, and goes on as he is told to. */
final class Survivor implements AutoCloseable {
    private static final RunOptions PATIENT = new RunOptions(Duration.ofMinutes(1), null, null);

    private final Traces traces;
    private final Revisions revisions;
    private final Connections connections;
    private int finished;

    Survivor(Traces traces, ConnectionSettings access) {
        this.traces = traces;
        this.revisions = traces.revisions();
        this.connections = new Connections(access);
    }

    /** An empty database gets the ledger. */
    void begin(TestDatabase database) throws SQLException {
        try (Connection connection = connections.run()) {
            database.clear(connection);
        }
        try (JdbcRunner runner = open()) {
            assertThat(runner.run(revisions.upgrade(runner.rows(), "r0", traces.dialect()), it -> null))
                    .isInstanceOf(Outcome.Applied.class);
        }
    }

    /** What there is, once nobody else writes any more: everything once, and at most one revision half done. */
    int look() throws SQLException {
        try (JdbcRunner runner = open()) {
            int applied = Traces.number(runner.rows());
            UnfinishedStep half = runner.unfinished().orElse(null);
            try (Connection connection = connections.run()) {
                traces.require(
                        connection,
                        half != null && half.direction() == Direction.DOWNGRADE ? applied - 1 : applied,
                        half == null ? 0 : Integer.parseInt(half.revision().substring(1)));
            }
            finished = half == null ? 0 : half.done().size() + (half.doubt() == null ? 0 : 1);
            return applied;
        }
    }

    /** How many statements of a revision that is half done are done, perhaps; as it was last looked at. */
    int finished() {
        return finished;
    }

    /** Finishes what is half done, if anything is. */
    int goOn() throws SQLException {
        int applied;
        try (JdbcRunner runner = open()) {
            UnfinishedStep half = runner.unfinished().orElse(null);
            if (half != null) {
                finish(runner, half);
            }
            assertThat(runner.unfinished()).isEmpty();
            applied = Traces.number(runner.rows());
        }
        try (Connection connection = connections.run()) {
            traces.require(connection, applied, 0);
        }
        return applied;
    }

    private void finish(JdbcRunner runner, UnfinishedStep half) throws SQLException {
        try {
            run(runner, half);
        } catch (DiagnosticException asked) {
            Diagnostic told = asked.diagnostics().getFirst();
            assertThat(told.code()).isEqualTo(Code.IN_DOUBT);
            assertThat(told.hints()).anyMatch(it -> it.contains("migrate resolve " + half.revision() + " --done"));
            UnfinishedStep.Attempt doubt = Objects.requireNonNull(half.doubt());
            try (Connection connection = connections.run()) {
                runner.resolve(doubt, Traces.isDone(connection, doubt.statement()));
            }
            run(runner, half);
        }
    }

    private void run(JdbcRunner runner, UnfinishedStep half) {
        Script script = switch (half.direction()) {
            case UPGRADE -> revisions.upgrade(runner.rows(), half.revision(), traces.dialect());
            case DOWNGRADE -> revisions.downgrade(runner.rows(), half.revision() + "@-1", traces.dialect());
        };
        Outcome outcome = runner.run(script, it -> null);
        assertThat(outcome)
                .as(() -> outcome instanceof Outcome.Stopped stopped
                        ? stopped.why().message() + stopped.why().hints()
                        : "")
                .isInstanceOf(Outcome.Applied.class);
    }

    private JdbcRunner open() {
        return JdbcRunner.open(
                connections, OwnTables.DEFAULT, traces.dialect(), ContractPart.OPERATOR, PATIENT, RunListener.SILENT);
    }

    @Override
    public void close() {
        connections.close();
    }
}
