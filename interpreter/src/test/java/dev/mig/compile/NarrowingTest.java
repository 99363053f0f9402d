package dev.mig.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.ColumnType;
import dev.mig.model.Database;
import dev.mig.model.Operation.AlterTable;
import dev.mig.model.TableChange.SetType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NarrowingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smallint      | integer        | false",
                "integer       | bigint         | false",
                "bigint        | integer        | true",
                "integer       | decimal(10,0)  | false",
                "integer       | decimal(10,2)  | true",
                "decimal(10,2) | decimal(12,2)  | false",
                "decimal(10,2) | decimal(12,5)  | true",
                "decimal(10,2) | decimal(10,1)  | true",
                "varchar(10)   | varchar(20)    | false",
                "varchar(20)   | varchar(10)    | true",
                "varchar(20)   | text           | false",
                "text          | varchar(20)    | true",
                "integer       | text           | false",
                "integer       | varchar(11)    | false",
                "integer       | varchar(10)    | true",
                "text          | integer        | true",
                "uuid          | char(36)       | false",
                "json          | text           | true",
                "double        | real           | true",
                "integer       | double         | false",
                "bigint        | double         | true",
                "date          | timestamp      | false",
                "timestamp     | date           | true",
                "timestamp(3)  | timestamp(6)   | false",
                "timestamp(6)  | timestamp(3)   | true",
                "timestamptz   | timestamp      | true",
                "binary(4)     | binary(8)      | false",
                "binary(8)     | blob           | false",
                "blob          | binary(8)      | true",
                "integer[]     | bigint[]       | false",
                "bigint[]      | integer[]      | true",
                "integer       | integer        | false",
                "native 'x'    | native 'y'     | true",
                "mood          | text           | false",
                "mood          | varchar(3)     | false",
                "mood          | varchar(2)     | true",
                "mood          | moods          | false",
                "moods         | mood           | true",
            })
    void knowsWhetherEveryValueHasAPlace(String from, String to, boolean narrows) {
        CompiledRevision revision = new MemoryHistory()
                .with(
                        "a",
                        List.of(),
                        "create type mood as enum ('sad', 'ok')\n create type moods as enum ('sad', 'ok', 'happy')\n"
                                + "create table t { a " + from + " }\n alter table t alter a type " + to)
                .compiler()
                .compileAll(new Target(Database.POSTGRESQL, Map.of()))
                .orThrow()
                .revision("a");
        AlterTable alter = (AlterTable) revision.migration().upgrade().getLast().operation();
        ColumnType before = revision.before()
                .applyAll(revision.migration().upgrade().stream()
                        .map(it -> it.operation())
                        .limit(3)
                        .toList())
                .table(alter.table())
                .known()
                .orElseThrow()
                .columns()
                .getFirst()
                .type();
        assertThat(Narrowing.narrows(before, ((SetType) alter.changes().getFirst()).type()))
                .isEqualTo(narrows);
    }
}
