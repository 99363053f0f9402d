package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.script.Revisions;
import dev.mig.script.Script;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows: values as their columns take them, files, and changes in batches. */
abstract class RowsContract extends ContractPart {
    RowsContract(TestDatabase database) {
        super(database);
    }

    @Test
    void valuesTakeTheTypeOfTheirColumnAsLiteralsDo() throws Exception {
        Revisions revisions = Revisions.none().add("a1", """
            upgrade {
              create table bound {
                id  integer primary key
                t   varchar(30)
                d   decimal(12, 4)
                b   boolean
                f   double
                at  timestamp
                j   json
              }
              create table written {
                id  integer primary key
                t   varchar(30)
                d   decimal(12, 4)
                b   boolean
                f   double
                at  timestamp
                j   json
              }
              insert into bound (id, t, d, b, f, at, j) values
                (1, 1.50, '1.50', true, 1e-3, '2020-02-29 10:11:12', '{"a": [1, null]}'),
                ('2', 1e3, 1e3, true, '2.5', null, 'null'),
                (3, true, 12345678.1234, 'false', 0, '2020-01-01', '"x"'),
                (4, -7, -7, false, -1.5, null, '5')
            }
            """);
        Script script = revisions.upgrade(List.of(), "head", dialect());
        run(script);
        String insert =
                script.steps().getFirst().literalStatements(dialect().style()).getLast();
        execute(insert.replace("insert into bound", "insert into written"));
        assertThat(query("select t, d, b, f, at, j from bound order by id"))
                .isEqualTo(query("select t, d, b, f, at, j from written order by id"))
                .hasSize(4);
    }

    /** What a driver, a client or a format might take for something else. */
    private static final List<String> TEXTS = List.of(
            "it's",
            "''",
            "\"",
            "`",
            "?",
            "a ? b ?? c",
            ":name",
            "::text",
            "$1",
            "$$",
            "{fn now()}",
            "{0}",
            "%s",
            "--",
            "/*",
            ";",
            "é ü 漢 😀",
            "a\u00a0b",
            "[x]",
            "@v",
            "#",
            "&amp;",
            "\t",
            "null",
            "");

    @Test
    void everyTextArrivesAsItIsWritten() throws Exception {
        StringBuilder columns = new StringBuilder();
        List<String> names = new ArrayList<>();
        List<String> literals = new ArrayList<>();
        for (String text : TEXTS) {
            String name = "s" + names.size();
            String literal = "'" + text.replace("'", "''") + "'";
            columns.append(name).append(" varchar(40) default ").append(literal).append('\n');
            names.add(name);
            literals.add(literal);
        }
        String row =
                "insert into t (id, " + String.join(", ", names) + ") values (%d, " + String.join(", ", literals) + ")";
        Revisions revisions = Revisions.none()
                .add(
                        "a1",
                        "upgrade {\ncreate table t {\nid integer\n" + columns + "}\n"
                                + "insert into t (id) values (1)\n" + row.replace("%d", "2") + "\n"
                                + "sql \"\"\" " + row.replace("%d", "3") + " \"\"\" reverse nothing\n}");
        run(revisions.upgrade(List.of(), "head", dialect()));

        String all = "|" + String.join("|", TEXTS);
        assertThat(query("select * from t order by id")).containsExactly("1" + all, "2" + all, "3" + all);
    }

    @Test
    void loadReadsRowsAsRfc4180SaysThem() throws Exception {
        Revisions revisions = Revisions.none()
                .rows("people.csv", "ID,name,note\r\n1,ann,\"a \"\"b\"\", c\"\r\n2,,\"\"\r\n\r\n3,\"two\nlines\",x\r\n")
                .add("a1", """
                    upgrade {
                      create table people {
                        id bigint primary key
                        name varchar(20)
                        note text
                      }
                      load 'people.csv' into people
                    }
                    """);
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(query("select id, name, note from people order by id"))
                .containsExactly("1|ann|a \"b\", c", "2|null|", "3|two\nlines|x");
    }

    @Test
    void aLineThatDoesNotFitIsNamedAndNothingOfTheFileStays() throws Exception {
        Revisions revisions = Revisions.none()
                .rows("people.csv", "id,name\n1,ann\n2,bob,x\n")
                .rows("ids.csv", "id\n1\n2\nthree\n4\n")
                .rows("semicolons.csv", "id;name\n1;ann\n")
                .rows("twice.csv", "id,name,ID\n1,ann,1\n")
                .rows("cut.csv", "id,name\n1,\"a \"\"b\"\"\"\n2,\"bo\n3,cy\n")
                .add("a1", "upgrade {\n create table people { id bigint\n name varchar(20) }\n}")
                .add("b2", "upgrade {\n  load 'people.csv' into people\n}");
        assertThat(((Outcome.Stopped) apply(revisions, "head")).why().message())
                .isEqualTo("people.csv:3: the line has 3 fields, and there are 2 columns");
        if (database().checksTypes()) {
            revisions.edit("b2", "upgrade {\n  load 'ids.csv' into people\n}");
            assertThat(((Outcome.Stopped) apply(revisions, "head")).why().message())
                    .startsWith("ids.csv:4: ");
        }
        revisions.edit("b2", "upgrade {\n  load 'cut.csv' into people\n}");
        assertThat(((Outcome.Stopped) apply(revisions, "head")).why().message())
                .isEqualTo("cut.csv:3: a quote opens a field here that the file never closes");
        revisions.edit("b2", "upgrade {\n  load 'semicolons.csv' into people\n}");
        assertThat(((Outcome.Stopped) apply(revisions, "head")).why().message())
                .isEqualTo("semicolons.csv:1: the header line names a column \"id;name\", and the columns of people"
                        + " are id, name");
        revisions.edit("b2", "upgrade {\n  load 'twice.csv' into people\n}");
        assertThat(((Outcome.Stopped) apply(revisions, "head")).why().message())
                .isEqualTo("twice.csv:1: the header line names the column \"id\" twice");
        assertThat(query("select count(*) from people")).containsExactly("0");
    }

    @Test
    void batchesGoOnAfterTheLastOneThatWasCommitted() throws Exception {
        Revisions revisions = Revisions.none()
                .add("a1", "upgrade {\n create table t {\n id bigint primary key\n n integer not null\n }\n}")
                .add("b2", "upgrade {\n  update t set n = (n + 1) batch 10\n}");
        apply(revisions, "a1");
        fill(95);
        List<Long> told = new ArrayList<>();
        try (JdbcRunner runner = JdbcRunner.open(
                connections(), OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, new RunListener() {
                    @Override
                    public void rows(dev.mig.script.ScriptStep step, dev.mig.script.Statement statement, long rows) {
                        told.add(rows);
                        if (rows == 30) {
                            throw new Stop();
                        }
                    }
                })) {
            Script script = revisions.upgrade(runner.rows(), "head", dialect());
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> runner.run(script, it -> null))
                    .isInstanceOf(Stop.class);
        }
        assertThat(told).containsExactly(10L, 20L, 30L);
        assertThat(query("select count(*) from t where n = 1")).containsExactly("30");

        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(query("select n, count(*) from t group by n")).containsExactly("1|95");
    }

    @Test
    void batchesWithoutAKeyTakeTheOneTheyAreTold() throws Exception {
        Revisions revisions = Revisions.none()
                .add("a1", "upgrade {\n create table t {\n id bigint\n n integer not null\n }\n}")
                .add(
                        "b2",
                        "upgrade {\n  update t set n = (n + 1) where (n < 5) by id batch 7\n"
                                + "  delete from t where (id is null) by n batch 1000\n}");
        apply(revisions, "a1");
        fill(50);
        execute("insert into t (id, n) values (null, 0)");
        execute("insert into t (id, n) values (3, 0)");
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(query("select n, count(*) from t group by n")).containsExactly("1|51");
    }

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void fill(int rows) throws SQLException {
        for (int i = 1; i <= rows; i++) {
            execute("insert into t (id, n) values (" + i + ", 0)");
        }
    }
}
