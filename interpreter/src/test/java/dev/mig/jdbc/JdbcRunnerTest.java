package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import dev.mig.source.Span;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcRunnerTest {
    private static final Dialect H2 = Dialect.of(Database.H2).orElseThrow();
    private static final Operator OPERATOR = new Operator("ann", "desk", 42, "mig 0.1.0");

    private final Connections connections =
            new Connections(new Access(new ConnectionUrl("jdbc:h2:mem:runner"), null, null));
    private final Revisions history = Revisions.none()
            .add("a1", "upgrade { create table authors { id bigint primary key } }\ndowngrade auto")
            .add("b2", "upgrade { create table books { id bigint primary key } }\ndowngrade auto")
            .add("c3", "upgrade {\n create table prizes { id bigint }\n create table shelves { id bigint }\n}\ndowngrade auto");

    @AfterEach
    void close() throws Exception {
        try (var connection = connections.run();
                var statement = connection.createStatement()) {
            statement.execute("drop all objects");
        }
        connections.close();
    }

    @Test
    void runsALineOfRevisionsUpAndDown() {
        try (JdbcRunner runner = runner(RunListener.SILENT)) {
            assertThat(runner.rows()).isEmpty();
            Outcome up = runner.run(history.upgrade(runner.rows(), "head", H2), it -> null);
            assertThat(up).isInstanceOf(Outcome.Applied.class);
            assertThat(up.done()).extracting(it -> it.step().revision()).containsExactly("a1", "b2", "c3");
            assertThat(runner.rows()).containsExactly("c3");
            Outcome down = runner.run(history.downgrade(runner.rows(), "-2", H2), it -> null);
            assertThat(down).isInstanceOf(Outcome.Applied.class);
            assertThat(runner.rows()).containsExactly("a1");
        }
    }

    private JdbcRunner runner(RunListener listener) {
        return JdbcRunner.open(connections, OwnTables.DEFAULT, H2, OPERATOR, RunOptions.DEFAULT, listener);
    }
}
