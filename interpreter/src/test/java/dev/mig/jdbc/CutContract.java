package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.connection.ConnectionUrl;
import dev.mig.jdbc.CutConnection.Cut;
import dev.mig.revision.Direction;
import dev.mig.script.Revisions;
import dev.mig.script.Script;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Connections that break at any message, before or after the server has got it: what a run says it has done is done,
 * what it says it has not is not, nothing is done twice, and the next run goes on or is told how.
 */
abstract class CutContract {
    private static final List<Cut> KINDS = List.of(Cut.BEFORE, Cut.WITHIN, Cut.AFTER);
    private static final RunOptions PATIENT = new RunOptions(Duration.ofMinutes(1), null, null);

    /** On a server, user and password standing in its URL. */
    abstract TestDatabase database();

    @Test
    void whateverMessageAConnectionBreaksAtNothingIsLostAndNothingDoneTwice() throws Exception {
        RandomGenerator random = Chaos.random();
        Traces traces = new Traces(database().dialect());
        String url = database().access().url().text();
        try (Survivor survivor = new Survivor(traces, database().access());
                CutConnection wire = CutConnection.to(url)) {
            survivor.begin(database());
            ConnectionSettings through = new ConnectionSettings(new ConnectionUrl(wire.through(url)), null, null);
            int applied = 0;
            int messages = 0;
            for (int i = 0; i < 2; i++) {
                int before = wire.passed();
                assertThat(move(traces, through)).isInstanceOf(Outcome.Applied.class);
                applied = survivor.look();
                messages = wire.passed() - before;
            }
            assertThat(applied).isZero();
            for (int round = 1; round <= Chaos.rounds(6); round++) {
                Cut how = KINDS.get(random.nextInt(KINDS.size()));
                int at = random.nextInt(messages);
                String what = "round " + round + ", cut " + how + " message " + at;
                wire.cutAt(at, how);
                Outcome outcome = null;
                try {
                    outcome = move(traces, through);
                } catch (DiagnosticException told) {
                    require(told.diagnostics().getFirst(), what);
                }
                wire.spare();
                int there = survivor.look();
                if (outcome != null) {
                    require(outcome, there, survivor.finished(), what);
                }
                survivor.goOn();
            }
        }
    }

    /** What is told fits to what there is. */
    private static void require(Outcome outcome, int there, int finished, String what) {
        if (outcome instanceof Outcome.Stopped stopped) {
            require(stopped.why(), what);
            boolean unknown = stopped.why().code() == Code.IN_DOUBT;
            boolean down = stopped.failed().step().direction() == Direction.DOWNGRADE;
            int told = Traces.number(outcome.rows());
            if (stopped.why().hints().stream().anyMatch(it -> it.startsWith("nothing of revision"))) {
                assertThat(finished).as(what + ": " + stopped.why().message()).isZero();
            }
            assertThat(there)
                    .as(what + ": " + stopped.why().message())
                    .isIn(told, unknown ? told + (down ? -1 : 1) : told);
        } else {
            assertThat(there).as(what).isEqualTo(Traces.number(outcome.rows()));
        }
    }

    private static void require(Diagnostic told, String what) {
        assertThat(told.hints()).as(what + ": " + told.message()).anyMatch(it -> it.contains("migrate "));
    }

    private static Outcome move(Traces traces, ConnectionSettings access) {
        Revisions revisions = traces.revisions();
        try (Connections connections = new Connections(access);
                JdbcRunner runner = JdbcRunner.open(
                        connections,
                        OwnTables.DEFAULT,
                        traces.dialect(),
                        ContractPart.OPERATOR,
                        PATIENT,
                        RunListener.SILENT)) {
            Script script = Traces.number(runner.rows()) == traces.head()
                    ? revisions.downgrade(runner.rows(), "r0", traces.dialect())
                    : revisions.upgrade(runner.rows(), "head", traces.dialect());
            return runner.run(script, it -> null);
        }
    }
}
