package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Database;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.Table;
import dev.mig.script.Dialect;
import dev.mig.source.Span;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcRunnerTest {
    private static final Dialect H2 = Dialect.of(Database.H2).orElseThrow();
    private static final Operator OPERATOR = new Operator("ann", "desk", 42, "mig 0.1.0");

    private final Connections connections =
            new Connections(new Access(new ConnectionUrl("jdbc:h2:mem:runner"), null, null));
    private final History history = new History()
            .revision("a1", List.of(table("authors")), List.of(drop("authors")))
            .revision("b2", List.of(table("books")), List.of(drop("books")))
            .revision("c3", List.of(table("prizes"), table("shelves")), List.of(drop("shelves"), drop("prizes")));

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

    private static Operation table(String name) {
        Column id = Column.of(Identifier.bare("id"), ColumnType.Plain.BIGINT).withNotNull(true);
        Constraint key = new Constraint.PrimaryKey(Identifier.bare("pk_" + name), List.of(id.name()));
        return new Operation.CreateTable(
                new Table(QualifiedIdentifier.bare(name), List.of(id), List.of(key), List.of(), null, List.of()),
                false,
                Span.none());
    }

    private static Operation drop(String name) {
        return new Operation.DropTable(QualifiedIdentifier.bare(name), false, false, Span.none());
    }
}
