package dev.mig.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Database;
import dev.mig.model.Folding;
import dev.mig.model.Operation;
import dev.mig.model.RandomOperations;
import dev.mig.model.SchemaModel;
import dev.mig.model.Shapes;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done and taken back leaves the schema as it was, whatever it was and whatever was done. */
final class ReversalTest {
    private static final int SEEDS = 150;

    @ParameterizedTest
    @EnumSource(Folding.class)
    void theWayBackLeadsBack(Folding folding) {
        LongStream.range(0, SEEDS).forEach(seed -> {
            RandomOperations random = new RandomOperations(seed);
            SchemaModel before = SchemaModel.empty(folding);
            before = before.applyAll(random.list(before, 25));
            CompilationUnit bench =
                    CompilationUnit.strict(new Target(database(folding), Map.of()), "x", new MemoryHistory(), before);
            SchemaModel start = before;
            List<Operation> operations = random.list(before, 8);
            operations.forEach(bench.draft()::add);
            assertThat(bench.problems().byPlace())
                    .as("seed %d: %s", seed, operations)
                    .isEmpty();

            SchemaModel after = bench.draft().model();
            Grading grading = Grading.of(bench.draft().entries(), start);
            assertThat(grading.irreversible())
                    .as("seed %d: %s", seed, operations)
                    .isEmpty();
            SchemaModel back = after.applyAll(
                    grading.back(after).stream().map(it -> it.operation()).toList());
            assertThat(Shapes.of(back)).as("seed %d: %s", seed, operations).isEqualTo(Shapes.of(start));
        });
    }

    private static Database database(Folding folding) {
        return switch (folding) {
            case UPPER -> Database.H2;
            case LOWER -> Database.POSTGRESQL;
            case IGNORED -> Database.SQLITE;
        };
    }
}
