package dev.mig.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.compile.SchemaCompiler;
import dev.mig.compile.Target;
import dev.mig.model.Database;
import dev.mig.model.Folding;
import dev.mig.model.RandomOperations;
import dev.mig.model.SchemaModel;
import dev.mig.script.Dialect;
import dev.mig.script.SqlStyle;
import dev.mig.source.Source;
import dev.mig.syntax.print.MigPrinter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema, written down, is that schema again. */
class SchemaTextTest {
    private static final SqlStyle STYLE = Dialect.of(Database.H2).orElseThrow().style();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void readAgainIsTheSame(int seed) {
        RandomOperations random = new RandomOperations(seed);
        SchemaModel empty = SchemaModel.empty(Folding.UPPER);
        SchemaModel schema = empty.applyAll(random.list(empty, 30 + seed));

        String text = SchemaText.of(schema, Database.H2);

        assertThat(between(schema, read(text))).isEmpty();
        assertThat(between(read(text), schema)).isEmpty();
        assertThat(MigPrinter.formatSchema(new Source("schema.mig", text)).orThrow())
                .isEqualTo(text);
    }

    @Test
    void saysEverythingThereIsToSay() {
        String text = """
            create schema audit

            create type mood as enum ('it''s fine', '$${not a variable}')

            create sequence audit.numbers start 100 increment 10

            create table users {
              id       bigint                        identity always (start 5) primary key
              email    varchar(320)                  not null unique collate "Latin1"
              mood     mood                          not null default 'it''s fine'
              on_hand  decimal(12,2)                 default -1.50
              code     char(3)                       default upper('x') check (length(code) = 3)
              made_at  timestamptz(3)                not null default current_timestamp comment 'when it''s made'
              twice    decimal(12)                   generated (on_hand * 2) stored
              tags     varchar(20)[]
              "Odd Name"  native 'geometry(point, 4326)'

              unique (email, code)
              constraint ck_users_1 check (on_hand > -5)
            } comment 'people'

            create table audit.entries {
              id     uuid     primary key default gen_random_uuid()
              who    bigint   not null references users (id) on delete cascade on update no action
              other  bigint
              blob   binary(16)

              constraint to_other foreign key (other) references users (id) on delete set null deferrable initially deferred
            }

            create unique index ix_entries_who on audit.entries using btree ((lower(blob)) desc nulls last, who) include (other) where (who > 0)

            create view all_users as \"\"\" select * from users \"\"\"

            create object trigger t.x \"\"\" create trigger x \"\"\" reverse \"\"\" drop trigger if exists x \"\"\"
            """;
        SchemaModel schema = read(text);

        assertThat(SchemaText.of(schema, Database.H2))
                .isEqualTo(
                        MigPrinter.formatSchema(new Source("schema.mig", text)).orThrow());
    }

    @Test
    void doesNotMindTheOrder() {
        SchemaModel schema = read("""
            create index on b (m)
            create table b {
              id  bigint primary key
              m   mood
              a   bigint references a
            }
            create table a {
              id  bigint primary key
              b   bigint references b
            }
            create type mood as enum ('ok')
            """);

        assertThat(schema.tables())
                .flatExtracting(it -> it.foreignKeys())
                .allSatisfy(it -> assertThat(it.targetColumns()).hasSize(1));
        assertThat(between(read(SchemaText.of(schema, Database.H2)), schema)).isEmpty();
    }

    private static SchemaModel read(String text) {
        return new SchemaCompiler(new Target(Database.H2, Map.of()))
                .compile(new Source("schema.mig", text))
                .orThrow();
    }

    private static List<?> between(SchemaModel from, SchemaModel to) {
        return Difference.between(
                ComparedSchema.of(from), ComparedSchema.of(to), STYLE, ComparisonBasis.DATABASE, List.of());
    }
}
