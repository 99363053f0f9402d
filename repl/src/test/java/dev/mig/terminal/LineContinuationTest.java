package dev.mig.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When Enter ends a line, and when it goes on with the next. */
class LineContinuationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "upgrade (                                    |",
                "create table t {                             | }",
                "create table t { id bigint -- }              | }",
                "create table t { id bigint }                 |",
                "create table t { note varchar(20             | })",
                "create table t ( id bigint }                 |",
                "update t set a = (select 'it''s'             | )",
                "insert into t (a) values ('never closed      |",
                "sql \"\"\" select                             | \"\"\"",
                "sql select (1                                | )",
                "sql select 'a                                | '",
                "sql select 1 /* why                          | */",
                "sql select ')'                               |",
                "sql create function f() as $$ begin          | $$",
                "sql create function f() as $f$ it's ( $$     | $f$",
                "sql create function f() as $f$ it's ( $f$    |",
                "sql select price$ from t                     |",
                "op.dropTable('t')                            |",
                "op.createTable('t', t => {                   | )}",
                "op.createTable('t', t => { t.column('id'     | )})",
                "op.sql('it\\'s ( {')                         |",
                "op.sql('never closed                         |",
                "op.sql(`select                               | )`",
                "op.sql(`select ${names.map(it => `           | )`})`",
                "op.sql(`a ${ '}' } b`)                       |",
                "op.sql(`a \\` b                              | )`",
                "op.insert('t', { a: 'x'.replace(/[(/']/, '') })|",
                "op.insert('t', { a: 4 / 2 }) // (            |",
                "op.insert('t', { a: 4 / (2 / 1) /*           | */",
                "-n prod op.dropTable(                        | )",
                "--no-input create table t {                  | }",
                "-y -n prod sql select (1                     | )",
            })
    void whatIsStillOpen(String line, String open) {
        assertThat(LineContinuation.of(line.strip())).isEqualTo(open == null ? "" : open.strip());
    }
}
