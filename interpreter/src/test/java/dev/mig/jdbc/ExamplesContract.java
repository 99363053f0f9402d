package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.SchemaModel;
import dev.mig.script.Revisions;
import dev.mig.script.Script;
import dev.mig.script.ScriptStep;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every example goes from base to its heads and back: after each revision the database says what replaying says, and on
 * the way back what it said on the way there.
 */
abstract class ExamplesContract extends ContractPart {
    private static final Path EXAMPLES = Path.of("../migrations-examples");

    ExamplesContract(TestDatabase database) {
        super(database);
    }

    /** What is compared where the version table has certain rows. */
    private record Said(List<String> structure, SchemaModel schema) {}

    @TestFactory
    Stream<DynamicTest> everyExampleGoesUpAndDown() {
        return Stream.of("bookshop", "branches", "polyglot")
                .map(it -> DynamicTest.dynamicTest(it, () -> {
                    clear();
                    upAndDown(Revisions.example(EXAMPLES.resolve(it)));
                }));
    }

    private void upAndDown(Revisions revisions) throws SQLException {
        Map<SortedSet<String>, Said> up = new HashMap<>();
        up.put(versions(), said());

        move(revisions.upgrade(List.of(), "heads", dialect()), up);
        up.forEach((rows, said) -> {
            if (!rows.isEmpty()) {
                assertThat(between(revisions.schemaAfter(rows, dialect()), said.schema()))
                        .as("at " + rows)
                        .isEmpty();
            }
        });

        Map<SortedSet<String>, Said> down = new HashMap<>();
        move(revisions.downgrade(versions(), "base", dialect()), down);
        assertThat(down).hasSize(up.size() - 1);
        down.forEach((rows, said) -> {
            Said then = Objects.requireNonNull(up.get(rows), () -> "never was at " + rows);
            assertThat(said.structure()).as("back at " + rows).isEqualTo(then.structure());
        });
    }

    private void move(Script script, Map<SortedSet<String>, Said> said) {
        RunListener listener = new RunListener() {
            @Override
            public void stepDone(ScriptStep step, long millis) {
                try {
                    said.put(step.step().rowsAfter(), said());
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }
        };
        try (JdbcRunner runner =
                JdbcRunner.open(connections(), OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, listener)) {
            assertThat(runner.run(script, it -> null)).isInstanceOf(Outcome.Applied.class);
        }
    }

    private Said said() throws SQLException {
        return new Said(structure(), inspected());
    }
}
