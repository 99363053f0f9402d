package dev.mig.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Column;
import dev.mig.model.Database;
import dev.mig.model.Folding;
import dev.mig.model.Operation;
import dev.mig.model.RandomOperations;
import dev.mig.model.SchemaModel;
import dev.mig.model.Shapes;
import dev.mig.model.Table;
import dev.mig.script.Dialect;
import dev.mig.script.SqlStyle;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a difference does to the first schema makes the second one of it, whatever the two are. */
class DifferencePropertiesTest {
    private static final SqlStyle STYLE = Dialect.of(Database.H2).orElseThrow().style();

    /** Two schemas with a common past, and each with a past of its own. */
    static Stream<Arguments> pairs() {
        return IntStream.range(0, 300).mapToObj(seed -> {
            RandomOperations random = new RandomOperations(seed);
            SchemaModel past = SchemaModel.empty(Folding.UPPER);
            past = past.applyAll(random.list(past, seed % 40));
            SchemaModel one = past.applyAll(random.list(past, seed % 17));
            SchemaModel other = past.applyAll(random.list(past, seed % 23));
            return Arguments.of(seed, one, other);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void makesOneOfTheOther(int seed, SchemaModel from, SchemaModel to) {
        List<Operation> there = between(from, to);
        SchemaModel made = from.applyAll(there);

        assertThat(shape(made)).isEqualTo(shape(to));
        assertThat(between(made, to)).isEmpty();
        assertThat(shape(made.applyAll(between(made, from)))).isEqualTo(shape(from));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void isNothingForOneSchema(int seed, SchemaModel from, SchemaModel to) {
        assertThat(between(from, from)).isEmpty();
    }

    private static List<Operation> between(SchemaModel from, SchemaModel to) {
        return Difference.between(
                ComparedSchema.of(from), ComparedSchema.of(to), STYLE, ComparisonBasis.DATABASE, List.of());
    }

    /** A column of the primary key takes no null whether it says so or not. */
    private static Object shape(SchemaModel model) {
        SchemaModel said = model;
        for (Table table : model.tables()) {
            List<Column> columns = table.columns().stream()
                    .map(it -> it.withNotNull(it.notNull() || table.isNeverNull(it, model.folding())))
                    .toList();
            said = said.adopt(table.withColumns(columns));
        }
        return Shapes.of(said);
    }
}
