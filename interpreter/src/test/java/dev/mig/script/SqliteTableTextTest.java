package dev.mig.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.script.SqliteClause.Sort;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However somebody wrote a table, its text falls apart where SQLite sees its parts, and is the same put together. */
class SqliteTableTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        a                                                        | a / NONE
        a int                                                    | a int / NONE
        "a b" unsigned big int (10, 2) not null                  | "a b" unsigned big int (10, 2) / NOT_NULL
        a text default null not null                             | a text / DEFAULT NOT_NULL
        a text default not_null null                             | a text / DEFAULT NULL
        a int default -1 check (a in (1, (2)))                   | a int / DEFAULT CHECK
        a int default (1 + (2)) unique on conflict replace       | a int / DEFAULT UNIQUE
        a text default 'not null, unique' collate nocase         | a text / DEFAULT COLLATE
        a int primary key desc on conflict fail autoincrement    | a int / PRIMARY_KEY
        a int constraint k primary key constraint n not null     | a int / PRIMARY_KEY NOT_NULL
        a int constraint dangling                                | a int / NAME_ONLY
        a int constraint "check" check (a > 0)                   | a int / CHECK
        a int references t                                       | a int / FOREIGN_KEY
        a int references t (b) on delete set null on update set default match full not deferrable initially deferred not null | a int / FOREIGN_KEY NOT_NULL
        a int generated always as (b + 1) stored not null        | a int / GENERATED NOT_NULL
        a as (b + ' as ') virtual                                | a / GENERATED
        a int /* not null */ -- unique                           | a int / NONE
        """)
    void aColumnFallsApart(String column, String parts) {
        SqliteTableText.Column parsed =
                parse("create table t (" + column + "\n)").columns().getFirst();
        String clauses = parsed.clauses().stream().map(it -> it.sort().name()).collect(Collectors.joining(" "));
        String type = SqliteTokens.of(parsed.type()).stream()
                .filter(it -> !it.text().startsWith("--") && !it.text().startsWith("/*"))
                .map(SqliteTokens.Token::text)
                .collect(Collectors.joining())
                .strip();
        assertThat((parsed.name() + " " + type).strip() + " / " + (clauses.isEmpty() ? "NONE" : clauses))
                .isEqualTo(parts);
    }

    @Test
    void linesAreAboutTheTableHoweverTheyAreSeparated() {
        SqliteTableText text = parse(
                "CREATE TABLE t (a, b, constraint pk primary key (a, b desc) unique (b) check (a <> b), foreign key"
                        + " (a) references t (b) on delete set null constraint c check (1)) without rowid, strict");
        assertThat(text.lines().map(SqliteClause::sort))
                .containsExactly(Sort.PRIMARY_KEY, Sort.UNIQUE, Sort.CHECK, Sort.FOREIGN_KEY, Sort.CHECK);
        assertThat(text.lines().map(SqliteClause::columns).limit(2))
                .containsExactly(java.util.List.of("a", "b"), java.util.List.of("b"));
        assertThat(text.primaryKey()).containsExactly("a", "b");
        assertThat(text.isStrict()).isTrue();
        assertThat(text.isWithoutRowid()).isTrue();
        assertThat(text.constraints().getLast().name()).isEqualTo("c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table n (a, b)",
                "create table n (\n  a int, -- one, (\n  b int -- two )\n, c text)",
                "create table n (a int, /* , */ b text default ',', check (a > 0)) strict",
                "create table n ([a,b] int, `c)` text, \"d\"\"(\" blob)"
            })
    void whatNobodyTouchesStaysToTheLetter(String sql) {
        SqliteTableText text = parse(sql);
        String again = text.create("n");
        assertThat(again.replaceAll("\\s+\\)", ")")).isEqualTo(sql.replaceAll("\\s+\\)", ")"));
        assertThat(parse(again).columns()).hasSameSizeAs(text.columns());
    }

    @ParameterizedTest
    @ValueSource(strings = {"create virtual table f using fts5 (a)", "create table cut (a int", "create table none"})
    void anythingElseIsNoTable(String sql) {
        assertThat(SqliteTableText.parse(sql)).isEmpty();
    }

    private static SqliteTableText parse(String sql) {
        return SqliteTableText.parse(sql).orElseThrow();
    }
}
