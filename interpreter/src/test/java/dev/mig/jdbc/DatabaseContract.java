package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import dev.mig.script.Script;
import dev.mig.source.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every database must do for the same revisions. A real database is one subclass that says how to reach it. */
abstract class DatabaseContract {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    /** Cases that only compile: their SQL is made up, or is about what somebody else has made. */
    private static final List<String> ONLY_COMPILED = List.of(
            "constraints/outside",
            "createTable/names",
            "data/insert",
            "objects/objects",
            "raw/sql",
            "raw/unknown",
            "types/addValue",
            "types/types");

    private static final Operator OPERATOR = new Operator("ann", "desk", 42, "mig 0.1.0");

    private final List<Connections> opened = new ArrayList<>();
    private Connections connections = new Connections(access());

    abstract Dialect dialect();

    /** A database of which nothing else is using anything. */
    abstract Access access();

    abstract void clear(Connection connection) throws SQLException;

    abstract SchemaSnapshot snapshot();

    @BeforeEach
    void emptyDatabase() throws SQLException {
        connections = connect();
        try (Connection connection = connections.run()) {
            clear(connection);
        }
    }

    @AfterEach
    void disconnect() {
        opened.forEach(Connections::close);
        opened.clear();
    }

    // ---- every statement

    @TestFactory
    Stream<DynamicTest> everyStatementRunsUpAndDownAndUpAgain() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            List<Path> cases = files.filter(it -> it.toString()
                            .endsWith("." + dialect().style().database().word() + ".sql"))
                    .filter(it -> ONLY_COMPILED.stream()
                            .noneMatch(only -> it.toString().contains("/" + only + ".")))
                    .sorted()
                    .toList();
            assertThat(cases).isNotEmpty();
            return cases.stream()
                    .map(it -> DynamicTest.dynamicTest(GOLDEN.relativize(it).toString(), () -> {
                        try (Connection connection = connections.run()) {
                            clear(connection);
                        }
                        upDownUp(it);
                    }));
        }
    }

    private void upDownUp(Path sql) throws Exception {
        String name = sql.getFileName().toString();
        Revisions revisions = Revisions.golden(sql.resolveSibling(name.substring(0, name.indexOf('.')) + ".mig"));
        List<String> below = revisions.below("case");
        if (!below.isEmpty()) {
            run(revisions.upgrade(List.of(), below.getFirst(), dialect()));
        }
        List<String> before = structure();
        run(revisions.upgrade(below, "case", dialect()));
        List<String> after = structure();
        Script down;
        try {
            down = revisions.downgrade(List.of("case"), "-1", dialect());
        } catch (DiagnosticException e) {
            assertThat(Files.readString(sql)).contains("-- no way back");
            return;
        }
        run(down);
        assertThat(structure()).isEqualTo(before);
        run(revisions.upgrade(below, "case", dialect()));
        assertThat(structure()).isEqualTo(after);
    }

    // ---- a run

    @Test
    void aRunMovesTheVersionTableAndTellsTheJournal() throws Exception {
        Revisions revisions = books();

        assertThat(apply(revisions, "head").done())
                .extracting(it -> it.step().revision())
                .containsExactly("a1", "b2", "c3");
        assertThat(versions()).containsExactly("c3");

        try (JdbcRunner runner = open()) {
            runner.run(revisions.downgrade(runner.rows(), "-2", dialect()), it -> null);
        }
        assertThat(versions()).containsExactly("a1");
        assertThat(query("select direction, revision, outcome, rows_before, rows_after, os_user, host, process, tool"
                        + " from mig_journal where kind = 'step' order by id"))
                .containsExactly(
                        "upgrade|a1|done||a1|ann|desk|42|mig 0.1.0",
                        "upgrade|b2|done|a1|b2|ann|desk|42|mig 0.1.0",
                        "upgrade|c3|done|b2|c3|ann|desk|42|mig 0.1.0",
                        "downgrade|c3|done|c3|b2|ann|desk|42|mig 0.1.0",
                        "downgrade|b2|done|b2|a1|ann|desk|42|mig 0.1.0");
        assertThat(query("select count(*) from mig_journal where kind = 'step' and (millis is null or"
                        + " database_user is null or started_at is null)"))
                .containsExactly("0");
    }

    @Test
    void theJournalKeepsTheRevisionAndFindsItAgain() throws Exception {
        Revisions revisions = books();
        KeptRevision kept = new KeptRevision(
                "a1",
                "authors",
                List.of(),
                List.of("x", "y"),
                List.of("left"),
                "migrations/a1.mig",
                revisions.text("a1"),
                "sha256:1",
                "sha256:2",
                "drop table authors;");
        try (JdbcRunner runner = open()) {
            runner.run(revisions.upgrade(runner.rows(), "b2", dialect()), it -> it.equals("a1") ? kept : null);
        }
        try (Look look = look()) {
            assertThat(look.kept("a1")).contains(kept);
            assertThat(look.kept("b2")).isEmpty();
            assertThat(look.digests())
                    .containsOnly(Map.entry("a1", new AppliedDigests(kept.textDigest(), kept.meaningDigest())));
        }
    }

    @Test
    void lookingCreatesNothing() throws Exception {
        List<String> before = allTables();
        try (Look look = look()) {
            assertThat(look.rows()).isEmpty();
            assertThat(look.unfinished()).isEmpty();
            assertThat(look.kept("a1")).isEmpty();
            assertThat(look.digests()).isEmpty();
        }
        assertThat(allTables()).isEqualTo(before);
    }

    @Test
    void stampWritesRowsAndRunsNothing() throws Exception {
        Revisions revisions = books();
        List<String> before = structure();
        try (JdbcRunner runner = open()) {
            runner.stamp(revisions.stamp(runner.rows(), "b2"), List.of());
            assertThat(runner.rows()).containsExactly("b2");
            runner.stamp(revisions.stamp(runner.rows(), "base"), List.of());
            assertThat(runner.rows()).isEmpty();
        }
        assertThat(structure()).isEqualTo(before);
        assertThat(query("select rows_before, rows_after from mig_journal where kind = 'stamp' order by id"))
                .containsExactly("|b2", "b2|");
    }

    @Test
    void aNarrowerVersionColumnIsTakenAsLongAsEveryIdFits() throws Exception {
        execute("create table alembic_version (version_num varchar(4) not null, constraint alembic_version_pkc"
                + " primary key (version_num))");
        Revisions revisions = books().add("much_longer", "upgrade {\n create table late { id bigint }\n}");
        try (JdbcRunner runner = open()) {
            Script tooLong = revisions.upgrade(runner.rows(), "head", dialect());
            assertThat(problem(() -> runner.run(tooLong, it -> null)))
                    .contains("\"much_longer\" does not fit", "which takes 4 characters");
            assertThat(runner.rows()).isEmpty();
            runner.run(revisions.upgrade(runner.rows(), "c3", dialect()), it -> null);
            assertThat(runner.rows()).containsExactly("c3");
        }
    }

    // ---- what goes wrong

    @Test
    void aFailingStatementStopsTheRunAndLeavesWhatWasDoneBefore() throws Exception {
        Revisions revisions = books().add("d4", FAILING).add("e5", "upgrade {\n create table never { id bigint }\n}");

        Outcome.Stopped stopped = (Outcome.Stopped) apply(revisions, "head");

        assertThat(stopped.done()).extracting(it -> it.step().revision()).containsExactly("a1", "b2", "c3");
        assertThat(stopped.rows()).containsExactly("c3");
        assertThat(stopped.failed().revision()).isEqualTo("d4");
        assertThat(stopped.why().span().location()).isEqualTo("d4.mig:7:3");
        assertThat(stopped.why().message()).contains("of revision \"d4\" failed: ", "SQLSTATE ");
        assertThat(String.join("\n", stopped.why().hints()))
                .contains("insert into other (id) values (1)", "migrate upgrade d4");
        assertThat(versions()).containsExactly("c3");
        assertThat(query("select revision, outcome from mig_journal where kind = 'step' and outcome <> 'done'"))
                .containsExactly("d4|failed");
    }

    @Test
    void aCorrectedRevisionGoesOnWhereItStopped() throws Exception {
        Revisions revisions = books().add("d4", FAILING);
        apply(revisions, "head");

        revisions.edit("d4", FAILING.replace("values (1)\n  create", "values (2)\n  create"));
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);

        assertThat(versions()).containsExactly("d4");
        assertThat(query("select id from other order by id")).containsExactly("1", "2");
        try (Look look = look()) {
            assertThat(look.unfinished()).isEmpty();
        }
    }

    @Test
    void whatIsHalfDoneComesFirstAndMayNotChangeBeforeThePointItReached() {
        if (dialect().style().transactionalDdl()) {
            return;
        }
        Revisions revisions = books().add("d4", FAILING);
        apply(revisions, "head");
        try (JdbcRunner runner = open()) {
            Unfinished half = runner.unfinished().orElseThrow();
            assertThat(half.revision()).isEqualTo("d4");
            assertThat(half.statements()).isEqualTo(5);
            assertThat(half.done()).extracting(it -> it.place()).containsExactly(1, 2);
            assertThat(half.error()).contains("of revision \"d4\" failed");
            assertThat(problem(() -> runner.run(revisions.downgrade(runner.rows(), "-1", dialect()), it -> null)))
                    .isEqualTo("the upgrade of \"d4\" is half done: 2 of 5 statements");
            revisions.edit("d4", FAILING.replace("create table one { id bigint }", "create table one { id integer }"));
            assertThat(problem(() -> runner.run(revisions.upgrade(runner.rows(), "head", dialect()), it -> null)))
                    .isEqualTo("statement 1 of \"d4\" was run already, and is another one now");
            // Finished by hand, and said so.
            runner.stamp(revisions.stamp(runner.rows(), "d4"), List.of());
            assertThat(runner.unfinished()).isEmpty();
            assertThat(runner.rows()).containsExactly("d4");
        }
    }

    @Test
    void whatTheVersionTableCallsAppliedIsNotHalfDone() throws Exception {
        Revisions revisions = books().add("d4", FAILING);
        apply(revisions, "head");
        execute("update alembic_version set version_num = 'd4'");
        try (Look look = look();
                JdbcRunner runner = open()) {
            assertThat(look.unfinished()).isEmpty();
            assertThat(runner.run(revisions.upgrade(runner.rows(), "head", dialect()), it -> null))
                    .isInstanceOf(Outcome.Applied.class);
        }
    }

    @Test
    void aStatementThatNobodyKnowsTheEndOfStopsEverything() throws Exception {
        Revisions revisions = books().add("d4", FAILING);
        apply(revisions, "head");
        // What a run leaves that was killed while the second statement was under way.
        execute("update mig_journal set outcome = 'begun' where kind = 'step' and revision = 'd4'");
        execute("update mig_journal set outcome = 'begun' where kind = 'statement' and seq = 2"
                + " and step = (select max(id) from mig_journal where kind = 'step')");
        execute("delete from mig_journal where kind = 'statement' and seq > 2"
                + " and step = (select max(id) from mig_journal where kind = 'step')");
        try (JdbcRunner runner = open()) {
            assertThat(problem(() -> runner.run(revisions.upgrade(runner.rows(), "head", dialect()), it -> null)))
                    .isEqualTo("the upgrade of \"d4\" was cut off during statement 2 of 5, and nobody knows whether"
                            + " it was finished");
        }
    }

    @Test
    void aFailingRequirementSpeaksInTheAuthorsWords() {
        Revisions revisions = books().add("d4", """
                upgrade {
                  create table one { id bigint }
                  require (exists (select 1 from one)) else 'fill one before'
                }
                """);
        Outcome.Stopped stopped = (Outcome.Stopped) apply(revisions, "head");
        assertThat(stopped.why().message()).isEqualTo("fill one before");
        assertThat(stopped.why().span().location()).isEqualTo("d4.mig:5:3");
    }

    @Test
    void onlyOneRunWritesAtATime() throws Exception {
        Revisions revisions = books();
        List<Holder> seen = new ArrayList<>();
        try (JdbcRunner first = open()) {
            first.run(revisions.upgrade(first.rows(), "a1", dialect()), it -> null);
            RunListener listener = new RunListener() {
                @Override
                public void waiting(Holder holder) {
                    seen.add(holder);
                }
            };
            RunOptions impatient = new RunOptions(Duration.ofMillis(300), null, null);
            assertThat(problem(() -> JdbcRunner.open(
                                    connect(), OwnTables.DEFAULT, dialect(), OPERATOR, impatient, listener)
                            .close()))
                    .contains("another run is writing to this database: ann@desk (process 42) since ");
            assertThat(seen).isNotEmpty();
            // A change of structure gives up the locks of its transaction, but not this one.
            assertThat(first.run(revisions.upgrade(first.rows(), "head", dialect()), it -> null))
                    .isInstanceOf(Outcome.Applied.class);
        }
        try (JdbcRunner second = open()) {
            assertThat(second.rows()).containsExactly("c3");
        }
    }

    @Test
    void aPlanMadeForOtherRowsIsRefused() {
        Revisions revisions = books();
        Script planned = revisions.upgrade(List.of(), "+1", dialect());
        apply(revisions, "b2");
        try (JdbcRunner runner = open()) {
            assertThat(problem(() -> runner.run(planned, it -> null))).contains("is at b2 and not at base any more");
        }
    }

    @Test
    void cancelStopsTheStatementUnderWay() throws Exception {
        Revisions revisions = books().add("d4", "upgrade {\n" + slow() + "\n}");
        CountDownLatch begun = new CountDownLatch(1);
        RunListener listener = new RunListener() {
            @Override
            public void statementStarted(
                    dev.mig.script.ScriptStep step, dev.mig.script.Statement statement, int place, int statements) {
                if (step.revision().equals("d4")) {
                    begun.countDown();
                }
            }
        };
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        try (JdbcRunner runner =
                JdbcRunner.open(connections, OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, listener)) {
            Script script = revisions.upgrade(runner.rows(), "head", dialect());
            Thread run = new Thread(() -> outcome.set(runner.run(script, it -> null)));
            run.start();
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            // The statement may not have reached the database yet: asking again does no harm.
            while (run.isAlive()) {
                runner.cancel();
                run.join(50);
            }
        }
        Outcome.Stopped stopped = (Outcome.Stopped) outcome.get();
        assertThat(stopped.why().code()).isEqualTo(dev.mig.source.Code.INTERRUPTED);
        assertThat(versions()).containsExactly("c3");
    }

    @Test
    void theTimeoutsOfAHeaderHoldForItsRevisionOnly() {
        Revisions revisions = Revisions.none()
                .add("a1", "timeout statement 100ms\nupgrade {\n" + slow() + "\n}")
                .add("b2", "upgrade {\n create table b { id bigint }\n}");
        Outcome.Stopped stopped = (Outcome.Stopped) apply(revisions, "head");
        assertThat(stopped.failed().revision()).isEqualTo("a1");
    }

    // ---- rows

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
                    ('2', 1e3, 1e3, 1, '2.5', null, 'null'),
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
        revisions.edit("b2", "upgrade {\n  load 'ids.csv' into people\n}");
        assertThat(((Outcome.Stopped) apply(revisions, "head")).why().message()).startsWith("ids.csv:4: ");
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
                connections, OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, new RunListener() {
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

    // ---- tools

    private static final String FAILING = """
            upgrade {
              create table one { id bigint }
              create table other { id bigint primary key }
              insert into other (id) values (1) reverse nothing
              insert into other (id) values (1)
              create table last { id bigint }
            }
            """;

    /** A statement that takes longer than anybody waits, at the indentation of a block. */
    abstract String slow();

    static Revisions books() {
        return Revisions.none()
                .add("a1", "upgrade {\n  create table authors { id bigint primary key }\n}\ndowngrade auto")
                .add("b2", "upgrade {\n  create table books { id bigint primary key }\n}\ndowngrade auto")
                .add(
                        "c3",
                        "upgrade {\n  create table prizes { id bigint }\n  create table shelves { id bigint }\n}\n"
                                + "downgrade auto");
    }

    final Connections connect() {
        Connections more = new Connections(access());
        opened.add(more);
        return more;
    }

    final JdbcRunner open() {
        return JdbcRunner.open(
                connections, OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, RunListener.SILENT);
    }

    final Look look() {
        return Look.open(connections, OwnTables.DEFAULT, dialect());
    }

    final Outcome apply(Revisions revisions, String target) {
        try (JdbcRunner runner = open()) {
            return runner.run(revisions.upgrade(runner.rows(), target, dialect()), it -> null);
        }
    }

    private void run(Script script) {
        try (JdbcRunner runner = open()) {
            assertThat(runner.run(script, it -> null)).isInstanceOf(Outcome.Applied.class);
        }
    }

    private void fill(int rows) throws SQLException {
        for (int i = 1; i <= rows; i++) {
            execute("insert into t (id, n) values (" + i + ", 0)");
        }
    }

    private SortedSet<String> versions() {
        try (Look look = look()) {
            return look.rows();
        }
    }

    private List<String> structure() throws SQLException {
        try (Connection connection = connections.run()) {
            return snapshot().of(connection);
        }
    }

    private List<String> allTables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = connections.run();
                ResultSet found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    final void execute(String sql) throws SQLException {
        try (Connection connection = connections.run();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    final List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connections.run();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    static String problem(Runnable work) {
        try {
            work.run();
        } catch (DiagnosticException e) {
            return String.join(
                    "\n", e.diagnostics().stream().map(it -> it.message()).toList());
        }
        throw new AssertionError("nothing was refused");
    }
}
