package dev.mig.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.compile.SchemaCompiler;
import dev.mig.compile.Target;
import dev.mig.model.Database;
import dev.mig.model.SchemaModel;
import dev.mig.source.Source;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainedTest {
    private static final String WHOLE = """
        create type mood as enum ('sad', 'ok')
        create sequence s
        create table a { id bigint primary key; m mood; n integer check (n > 0) }
        create table b { id bigint primary key; a bigint references a }
        create index on a (n)
        create view v as \"\"\" select id from a \"\"\"
        create object trigger a.t \"\"\" create trigger t \"\"\"
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        create sequence s                                          | create sequence s               | true
        create table b { id bigint primary key; a bigint references a } |                            | true
        n integer check (n > 0) }                                  | n integer check (n > 1) }       | false
        m mood; n integer check (n > 0) }                          | n integer check (n > 0); m mood } | true
        create index on a (n)                                      | create index on a (n desc)      | false
        create index on a (n)                                      |                                 | false
        select id from a                                           | select id, n from a             | false
        create sequence s                                          | create sequence s start 5       | false
        create trigger t                                           | create trigger t of another     | false
        id bigint primary key; m mood                              | id integer primary key; m mood  | false
        """)
    void whatIsWrittenInTheSameWords(String word, String instead, boolean contained) {
        String part = WHOLE.replace(word, instead == null ? "" : instead);
        assertThat(part)
                .satisfiesAnyOf(
                        it -> assertThat(it).isNotEqualTo(WHOLE),
                        it -> assertThat(word).isEqualTo(instead));

        assertThat(Contained.in(schema(WHOLE), schema(part))).isEqualTo(contained);
    }

    private static SchemaModel schema(String text) {
        return new SchemaCompiler(new Target(Database.POSTGRESQL, Map.of()))
                .compile(new Source("schema.mig", text))
                .orThrow();
    }
}
