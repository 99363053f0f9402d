package dev.mig.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Database;
import dev.mig.model.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which alternative is for whom: a family speaks for its relatives, unless the same statement names them. */
final class DatabaseChoiceTest {
    private static String chosen(Database database, String upgrade) {
        return new MemoryHistory()
                        .with("a", List.of(), upgrade, "")
                        .compiler()
                        .compileAll(new Target(database, Map.of()))
                        .orThrow()
                        .revision("a")
                        .migration()
                        .upgrade()
                        .stream()
                        .map(it -> ((Operation.ExecuteSql) it.operation()).sql())
                        .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "MYSQL, my",
        "MARIADB, maria",
        "POSTGRESQL, pg",
        "COCKROACHDB, pg",
        "YUGABYTEDB, yuga",
        "SQLITE, ''",
        "H2, ''",
    })
    void ofSql(Database database, String expected) {
        String sql = "sql { mysql \"\"\" my \"\"\" mariadb \"\"\" maria \"\"\" postgresql \"\"\" pg \"\"\"\n"
                + "yugabytedb \"\"\" yuga \"\"\" else skip }";
        assertThat(chosen(database, sql)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "MYSQL, one three",
        "MARIADB, one four",
        "POSTGRESQL, two four",
        "H2, two three",
    })
    void ofBlocks(Database database, String expected) {
        String blocks = "on mysql { sql \"\"\" one \"\"\" } else { sql \"\"\" two \"\"\" }\n"
                + "on h2, mysql { on mariadb { sql \"\"\" four \"\"\" } else { sql \"\"\" three \"\"\" } }\n"
                + "else { sql \"\"\" four \"\"\" }";
        assertThat(chosen(database, blocks)).isEqualTo(expected);
    }
}
