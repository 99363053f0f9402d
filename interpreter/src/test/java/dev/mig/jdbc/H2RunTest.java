package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.connection.ConnectionUrl;
import dev.mig.script.Revisions;
import dev.mig.script.ScriptStep;
import dev.mig.script.Statement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run does on H2 that it does nowhere else: its lock is held by a second connection. */
class H2RunTest extends ContractPart {
    H2RunTest() {
        super(new TestH2(new ConnectionSettings(new ConnectionUrl("jdbc:h2:mem:running"), "sa", null)));
    }

    @Test
    void aRunThatHasLostItsLockSendsNothingMore() throws Exception {
        Revisions revisions = Revisions.none()
                .add("a1", "upgrade {\n  create table a { id bigint }\n  create table b { id bigint }\n}");
        List<String> before = sessions();
        Connections running = connect();
        RunListener thief = new RunListener() {
            @Override
            public void statementStarted(ScriptStep step, Statement sent, int place, int statements) {
                if (place == 1) {
                    endAllButTheFirst(before);
                }
            }
        };
        try (JdbcRunner runner =
                JdbcRunner.open(running, OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, thief)) {
            Outcome.Stopped stopped =
                    (Outcome.Stopped) runner.run(revisions.upgrade(runner.rows(), "head", dialect()), it -> null);
            assertThat(stopped.finishedStatements()).isEqualTo(1);
        }
        assertThat(allTables()).contains("A").doesNotContain("B");
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
    }

    private List<String> sessions() throws SQLException {
        return query("select session_id from information_schema.sessions order by 1");
    }

    /** The first of those that a run opens is the one that sends. */
    private void endAllButTheFirst(List<String> before) {
        try {
            String own = query("select session_id()").getFirst();
            List<String> opened = sessions().stream()
                    .filter(it -> !before.contains(it) && !it.equals(own))
                    .toList();
            for (String session : opened.subList(1, opened.size())) {
                query("select abort_session(" + session + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
