package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.script.Revisions;
import dev.mig.source.Code;
import dev.mig.source.Source;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the function of {@code op.run} does with the rows of a real database, inside the transaction of its revision. */
abstract class WorkContract extends ContractPart {
    private static final String TOLD =
            "op.createTable('told', t => { t.column('id', 'integer').primaryKey(); t.column('line', 'text') })\n";

    WorkContract(TestDatabase database) {
        super(database);
    }

    /** The same on every database. */
    @Test
    void aValueGoesInAndComesOutAsWhatAScriptCanUse() throws Exception {
        run(script(TOLD + """
            op.createTable('kinds', t => {
              t.column('id', 'bigint').identity().primaryKey()
              for (const type of ['bigint', 'smallint', 'decimal(20,4)', 'double', 'boolean', 'varchar(40)', 'text', 'date',
                'time', 'timestamp', 'timestamptz', 'binary(9)', 'blob', 'uuid', 'json']) {
                t.column('a_' + type.replace(/\\W.*/, ''), type)
              }
            })
            op.run(db => {
              const at = new Date('2026-11-23T10:15:00.500Z')
              const key = db.insert('kinds', {
                a_bigint: 2n ** 62n,
                a_smallint: -7,
                a_decimal: '1234567890123456.5',
                a_double: 123456789.12345679,
                a_boolean: true,
                a_varchar: `it's \\\\ \\u00fc`,
                a_text: '\\u{1F600}',
                a_date: '2024-02-29',
                a_time: '10:15:00',
                a_timestamp: at,
                a_timestamptz: at,
                a_binary: new Uint8Array([0, 127, 255]),
                a_blob: new Uint8Array(0),
                a_uuid: '2b3c0f1e-9d8a-4b5c-8d7e-6f5a4b3c2d1e',
                a_json: '{"a":[1,null]}',
              })
              db.insert('kinds', { a_boolean: false })
              let n = 0
              const tell = line => db.execute('insert into told (id, line) values (?, ?)', n++, line)
              for (const row of db.query('select * from kinds order by id')) {
                for (const [name, v] of Object.entries(row)) {
                  if (v === null) continue
                  const kind = typeof v === 'object' ? v.constructor.name : typeof v
                  tell(`${name} ${kind} ${v instanceof Date ? v.toISOString() : v}`)
                }
              }
              tell(`${key} ${[...db.query('select id from kinds where id = ?', key)].length}`)
              tell([...db.query('select a_timestamp from kinds where a_timestamp = ?', at)].length)
            })
            """).upgrade(List.of(), "head", dialect()));

        assertThat(query("select line from told order by id").stream()
                        .map(it -> it.replace("\": [1, null", "\":[1,null").replace("56.5000", "56.5"))
                        .toList())
                .containsExactly(
                        "id number 1",
                        "a_bigint bigint 4611686018427387904",
                        "a_smallint number -7",
                        "a_decimal string 1234567890123456.5",
                        "a_double number 123456789.12345679",
                        "a_boolean boolean true",
                        "a_varchar string it's \\ ü",
                        "a_text string 😀",
                        "a_date Date 2024-02-29T00:00:00.000Z",
                        "a_time string 10:15:00",
                        "a_timestamp Date 2026-11-23T10:15:00.500Z",
                        "a_timestamptz Date 2026-11-23T10:15:00.500Z",
                        "a_binary Uint8Array 0,127,255",
                        "a_blob Uint8Array ",
                        "a_uuid string 2b3c0f1e-9d8a-4b5c-8d7e-6f5a4b3c2d1e",
                        "a_json string {\"a\":[1,null]}",
                        "id number 2",
                        "a_boolean boolean false",
                        "1 1",
                        "1");
    }

    @Test
    void rowsAreReadWhileOthersAreChanged() throws Exception {
        run(script(TOLD + """
            op.createTable('t', t => { t.column('id', 'bigint').primaryKey(); t.column('n', 'integer') })
            op.run(db => {
              const made = db.batch('insert into t (id, n) values (?, ?)', (function* () {
                for (let i = 1; i <= 701; i++) yield [i, 0]
              })())
              let sum = 0
              for (const { id } of db.query('select id from t order by id')) {
                if (id > 300) break
                const [{ n }] = db.query('select n from t where id = ?', id)
                sum += id + db.execute('update t set n = ? where id = ?', n + id, id)
              }
              const left = db.query('select id from t')
              left.next()
              db.execute('insert into told (id, line) values (1, ?)', `${made} ${sum}`)
            })
            """).upgrade(List.of(), "head", dialect()));

        assertThat(query("select line from told")).containsExactly("701 45450");
        assertThat(query("select count(*), sum(n) from t")).containsExactly("701|45150");
    }

    @Test
    void whatAFailedWorkDidIsTakenBackAndDoneAnewWhenItIsPutRight() throws Exception {
        String body = TOLD + """
            op.run(db => {
              db.execute("insert into told (id, line) values (1, 'one')")
              throw new Error('too late')
            })
            """;
        Outcome.Stopped stopped = (Outcome.Stopped) apply(script(body), "head");

        assertThat(stopped.why().code()).isEqualTo(Code.WORK_FAILED);
        assertThat(stopped.why().span().location()).isEqualTo("a1.js:6:9");
        if (dialect().style().transactionalDdl()) {
            assertThat(structure()).noneMatch(it -> it.contains("told"));
        } else {
            assertThat(query("select count(*) from told")).containsExactly("0");
        }
        assertThat(apply(script(body.replace("throw", "void")), "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(query("select line from told")).containsExactly("one");
    }

    @Test
    void workOutsideTheTransactionIsStillDoneWhollyOrNotAtAll() throws Exception {
        String body = TOLD + """
            op.outsideTransaction(() => op.run(db => {
              db.execute("insert into told (id, line) values (1, 'one')")
              db.execute("insert into told (id, line) values (1, 'two')")
            }))
            """;
        assertThat(((Outcome.Stopped) apply(script(body), "head")).why().message())
                .startsWith("the database refused this: ");
        assertThat(query("select count(*) from told")).containsExactly("0");

        assertThat(apply(script(body.replace("(1, 'two')", "(2, 'two')")), "head"))
                .isInstanceOf(Outcome.Applied.class);
        assertThat(query("select count(*) from told")).containsExactly("2");
    }

    /** Where a refusal ends the transaction, going on would call something done of which nothing is there. */
    @Test
    void aRefusalIsCaughtOnlyWhereTheRestCanStay() throws Exception {
        Outcome outcome = apply(script(TOLD + """
            op.run(db => {
              db.execute("insert into told (id, line) values (1, 'one')")
              try {
                db.execute("insert into told (id, line) values (1, 'again')")
              } catch (e) {
                if (e.name !== 'DatabaseError' || !/^(23|$)/.test(e.state)) throw e
              }
            })
            """), "head");

        if (database().dialect().style().database().word().equals("postgresql")) {
            assertThat(((Outcome.Stopped) outcome).why().message())
                    .startsWith("the script went on after a refusal with which PostgreSQL takes back all of it:"
                            + " ERROR: duplicate key");
            assertThat(versions()).isEmpty();
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Applied.class);
            assertThat(query("select line from told")).containsExactly("one");
        }
    }

    @Test
    void aStatementUnderWayIsCancelledWithItsScript() {
        String slow = database().slow().replaceFirst("(?s).*\"\"\" (.*) \"\"\".*", "$1");
        Revisions revisions = script(
                "op.createTable('authors', t => t.column('id', 'bigint'))\nop.run(db => db.execute(`" + slow + "`))");
        AtomicReference<JdbcRunner> running = new AtomicReference<>();
        RunListener listener = new RunListener() {
            @Override
            public void statementStarted(
                    dev.mig.script.ScriptStep step, dev.mig.script.Statement statement, int place, int statements) {
                if (statement instanceof dev.mig.script.Statement.Run) {
                    Thread.ofPlatform().daemon().start(() -> {
                        try {
                            Thread.sleep(700);
                            running.get().cancel();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
                }
            }
        };
        try (JdbcRunner runner =
                JdbcRunner.open(connections(), OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, listener)) {
            running.set(runner);
            Outcome outcome = runner.run(revisions.upgrade(runner.rows(), "head", dialect()), it -> null);

            assertThat(((Outcome.Stopped) outcome).why().code()).isEqualTo(Code.INTERRUPTED);
        }
        assertThat(versions()).isEmpty();
    }

    @Test
    void aStatementOfAScriptHasTheLimitOfItsRevision() {
        String slow = database().slow().replaceFirst("(?s).*\"\"\" (.*) \"\"\".*", "$1");
        Revisions revisions = Revisions.none()
                .whole(
                        "a1",
                        new Source(
                                "a1.js",
                                "// revision a1\n// timeout statement 500ms\nexport function upgrade(op) {\n"
                                        + "op.createTable('authors', t => t.column('id', 'bigint'))\nop.run(db => db.execute(`"
                                        + slow + "`))\n}\n"));

        assertThat(((Outcome.Stopped) apply(revisions, "head")).why().message())
                .startsWith("the database refused this: ");
        assertThat(versions()).isEmpty();
    }

    private static Revisions script(String body) {
        return Revisions.none()
                .whole("a1", new Source("a1.js", "// revision a1\nexport function upgrade(op) {\n" + body + "}\n"));
    }
}
