package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.script.Revisions;
import dev.mig.script.SqlStyle;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The PostgreSQL at hand decides which names need quotes. */
class PostgresqlNamesTest extends ContractPart {
    private static final String SINCE_16 = "SYSTEM_USER";
    private static final TestDatabase DATABASE = TestPostgres.create();

    PostgresqlNamesTest() {
        super(DATABASE);
    }

    private SqlStyle style() {
        return dialect().style();
    }

    /** A function may be called by some of them: no column and no table. */
    @Test
    void theReservedWordsAreThoseThatTheServerReserves() throws Exception {
        List<String> words = query("select upper(word) from pg_get_keywords() where catcode in ('R', 'T')");
        Set<String> reserved = new TreeSet<>(style().reserved());
        if (!words.contains(SINCE_16)) {
            reserved.remove(SINCE_16);
        }
        assertThat(words).hasSizeGreaterThan(90).containsExactlyInAnyOrderElementsOf(reserved);
    }

    /** Words that are a name of a column without quotes, but of no type. */
    @Test
    void aTypeMayBeCalledByAWordOfTheGrammar() throws Exception {
        List<String> words = query("select word from pg_get_keywords() where catcode = 'C'"
                + " and to_regtype('pg_catalog.' || quote_ident(word)) is null and word not in ('bigint', 'boolean',"
                + " 'dec', 'decimal', 'float', 'int', 'integer', 'real', 'smallint', 'character')");
        assertThat(words).hasSizeGreaterThan(40);
        StringBuilder types = new StringBuilder("upgrade {\n");
        StringBuilder table = new StringBuilder("  create table t {\n");
        for (String word : words) {
            types.append("  create type ").append(word).append(" as enum ('a', 'b')\n");
            table.append("    column ").append(word).append(" ").append(word).append(" default 'a'\n");
        }
        run(Revisions.none()
                .add("a1", types.append(table).append("  }\n}\ndowngrade auto").toString())
                .upgrade(List.of(), "a1", dialect()));
        assertThat(query("select atttypid::regtype from pg_attribute where attrelid = 't'::regclass and attnum > 0"
                        + " and atttypid in (select enumtypid from pg_enum)"))
                .hasSameSizeAs(words);
    }
}
