package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Database;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A history that leaves traces: wherever a run up or down it was cut off, the database tells what was done and how often.
 *
 * <p>A statement that changes rows writes into a ledger, never to be taken out of it: {@code +} on the way up, {@code -}
 * on the way down. What makes a table takes it away again. The revisions are called {@code r0} and so on; the first one
 * makes the ledger and is never undone.
 */
final class Traces {
    /** What one revision leaves when it is applied. */
    private record Trace(String up, String down, List<String> entries, List<String> tables, boolean counts) {}

    private static final int MARKS = 7;

    private final Dialect dialect;
    private final List<Trace> traces = new ArrayList<>();

    Traces(Dialect dialect) {
        this.dialect = dialect;
        rows();
        structure();
        apart();
        batches();
        raw();
        mixed();
        index();
    }

    private void rows() {
        traces.add(
                new Trace(entry("+a") + entry("+b"), entry("-b") + entry("-a"), List.of("a", "b"), List.of(), false));
    }

    private void structure() {
        traces.add(new Trace(
                "create table c { id bigint primary key }\n" + entry("+c") + "create table d { id bigint }\n"
                        + "alter table c add column n integer\n",
                "alter table c drop column n\n" + "drop table d\n" + entry("-c") + "drop table c\n",
                List.of("c"),
                List.of("c", "d"),
                false));
    }

    private void apart() {
        traces.add(new Trace(
                "outside transaction {\n create table e { id bigint }\n" + entry("+e")
                        + "create table f { id bigint }\n}\n",
                "outside transaction {\n drop table f\n" + entry("-e") + "drop table e\n}\n",
                List.of("e"),
                List.of("e", "f"),
                false));
    }

    private void batches() {
        traces.add(new Trace(
                "update marks set n = (n + 1) by id batch 2 reverse nothing\n",
                "update marks set n = (n - 1) by id batch 3 reverse nothing\n",
                List.of(),
                List.of(),
                true));
    }

    /** Of what nobody can tell but the author. */
    private void raw() {
        traces.add(new Trace(
                entry("+g") + "outside transaction {\n" + sql("create table h (id integer)") + entry("+h") + "}\n",
                "outside transaction {\n" + entry("-h") + sql("drop table h") + "}\n" + entry("-g"),
                List.of("g", "h"),
                List.of("h"),
                false));
    }

    private void mixed() {
        traces.add(new Trace(
                entry("+i") + "create table j { id bigint primary key }\nload 'more.csv' into ledger\n"
                        + "update marks set n = (n + 1) by id batch 3 reverse nothing\n" + entry("+k"),
                entry("-k") + "update marks set n = (n - 1) by id batch 4 reverse nothing\n" + entry("-l")
                        + "drop table j\n" + entry("-i"),
                List.of("i", "k", "l"),
                List.of("j"),
                true));
    }

    private void index() {
        String concurrently = dialect.style().database() == Database.POSTGRESQL ? " concurrently" : "";
        traces.add(new Trace(
                entry("+m") + "create index" + concurrently + " marked on marks (n)\n",
                "drop index" + concurrently + " marked on marks\n" + entry("-m"),
                List.of("m"),
                List.of(),
                false));
    }

    private static String entry(String what) {
        return "insert into ledger (what) values ('" + what + "') reverse nothing\n";
    }

    private static String sql(String statement) {
        return "sql \"\"\" " + statement + " \"\"\" reverse nothing\n";
    }

    Dialect dialect() {
        return dialect;
    }

    /** The number of the newest revision. */
    int head() {
        return traces.size();
    }

    Revisions revisions() {
        StringBuilder marks = new StringBuilder();
        for (int id = 1; id <= MARKS; id++) {
            marks.append(id == 1 ? "" : ", ").append("(").append(id).append(", 0)");
        }
        Revisions revisions = Revisions.none()
                .rows("more.csv", "what\n+l\n")
                .add(
                        "r0",
                        "upgrade {\n create table ledger { what varchar(9) not null }\n"
                                + "create table marks {\n id bigint primary key\n n integer not null\n}\n"
                                + "insert into marks (id, n) values " + marks + " reverse nothing\n}\n");
        for (int number = 1; number <= head(); number++) {
            Trace trace = traces.get(number - 1);
            revisions.add("r" + number, "upgrade {\n" + trace.up() + "}\ndowngrade {\n" + trace.down() + "}\n");
        }
        return revisions;
    }

    /** Which revision the rows of the version table say. */
    static int number(Set<String> rows) {
        assertThat(rows).hasSize(1);
        return Integer.parseInt(rows.iterator().next().substring(1));
    }

    /**
     * Nothing is there twice, and everything that should be there is.
     *
     * @param applied the number of the newest revision that is
     * @param half the one that may be anything between done and not; 0 for none
     */
    void require(Connection connection, int applied, int half) throws SQLException {
        Map<String, Integer> ledger = ledger(connection);
        Set<String> tables = tables(connection);
        int counting = 0;
        for (int number = 1; number <= head(); number++) {
            Trace trace = traces.get(number - 1);
            for (String entry : trace.entries()) {
                int there = ledger.getOrDefault(entry, 0);
                String what = "entry " + entry + " of r" + number + " at r" + applied;
                if (number == half) {
                    assertThat(there).as(what).isBetween(0, 1);
                } else {
                    assertThat(there).as(what).isEqualTo(number <= applied ? 1 : 0);
                }
            }
            if (number != half) {
                for (String table : trace.tables()) {
                    assertThat(tables.contains(table))
                            .as("table " + table + " of r" + number + " at r" + applied)
                            .isEqualTo(number <= applied);
                }
            }
            counting += trace.counts() && number != half && number <= applied ? 1 : 0;
        }
        boolean mayCount = half > 0 && traces.get(half - 1).counts();
        assertThat(marks(connection)).as("marks at r" + applied).hasSize(MARKS);
        for (int mark : marks(connection)) {
            assertThat(mark).as("marks at r" + applied).isBetween(counting, counting + (mayCount ? 1 : 0));
        }
    }

    /** How often each statement was done, less how often it was undone. */
    private static Map<String, Integer> ledger(Connection connection) throws SQLException {
        Map<String, Integer> ledger = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select what from ledger")) {
            while (found.next()) {
                String what = found.getString(1);
                ledger.merge(what.substring(1), what.charAt(0) == '+' ? 1 : -1, Integer::sum);
            }
        }
        return ledger;
    }

    private static List<Integer> marks(Connection connection) throws SQLException {
        List<Integer> marks = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select n from marks")) {
            while (found.next()) {
                marks.add(found.getInt(1));
            }
        }
        return marks;
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    /** What somebody finds out who looks at the database for how a statement ended. */
    static boolean isDone(Connection connection, String statement) throws SQLException {
        assertThat(statement).as("what nobody knows the end of").containsPattern("(create|drop) table h\\b");
        return tables(connection).contains("h") == statement.startsWith("create");
    }
}
