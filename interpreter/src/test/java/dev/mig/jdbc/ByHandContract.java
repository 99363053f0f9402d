package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mig.script.Revisions;
import dev.mig.script.Script;
import dev.mig.script.SessionStyle;
import dev.mig.script.SqlSplitter;
import dev.mig.script.SqlWriter;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.syntax.tree.Header.Timeouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * SQL that somebody runs by hand leaves what a run leaves, and nothing more when it is run again: statement by statement
 * over JDBC, and through the database's own client where the machine has it.
 */
abstract class ByHandContract extends ContractPart {
    private static final Path EXAMPLES = Path.of("../migrations-examples");

    @TempDir
    private Path folder = Path.of("");

    private @Nullable Connections byHand;

    ByHandContract(TestDatabase database) {
        super(database);
    }

    /** The database's own client; empty where the machine has none, which is told. */
    abstract Optional<Client> client();

    /** Runs a file of SQL. */
    interface Client {
        /** What it says of an error; empty if there was none. */
        String run(Path file) throws Exception;
    }

    /** A way to run SQL by hand. */
    private interface Hand {
        /** @throws SQLException with what the database says of the first statement that fails */
        void run(String sql) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> everyStatementIsTheSame() throws IOException {
        return StatementsContract.cases(dialect()).stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.toString(), () -> sameByHand(StatementsContract.revisions(it), "case", false)));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsTheSame() throws IOException {
        try (Stream<Path> projects = Files.list(EXAMPLES)) {
            List<Path> all = projects.filter(it -> Files.exists(it.resolve("migrate.toml")))
                    .sorted()
                    .toList();
            assertThat(all).hasSizeGreaterThan(1);
            return all.stream()
                    .map(it -> DynamicTest.dynamicTest(
                            it.toString(), () -> sameByHand(Revisions.example(it), "heads", true)));
        }
    }

    @Test
    void everyNameIsTheSame() throws Exception {
        List<OddNames.Name> names = OddNames.taken(dialect().style()).toList();
        sameByHand(OddNames.revisions(names), "a1", false);
        sameByHand(OddNames.columns(OddNames.reserved()), "heads", false);
    }

    /** What a run does in one transaction is one in the text. */
    @Test
    void aRunThatIsOneTransactionIsOneByHand() throws Exception {
        if (!dialect().style().transactionalDdl()) {
            assertThat(problem(() -> books().together().upgrade(List.of(), "head", dialect())))
                    .contains("one transaction");
            return;
        }
        assertThat(sql(books().together().upgrade(List.of(), "head", dialect())).lines())
                .filteredOn("commit;"::equals)
                .hasSize(1);
        sameByHand(books().together(), "head", true);
        Revisions failing = books().together()
                .add("d4", "upgrade {\n  sql \"\"\" insert into nowhere (id) values (1) \"\"\" reverse nothing\n}");
        for (Hand hand : hands()) {
            clear();
            String sql = sql(failing.upgrade(List.of(), "head", dialect()));
            assertThatThrownBy(() -> hand.run(sql)).hasMessageMatching("(?is).*nowhere.*");
            assertThat(allTables()).doesNotContain("authors", "books", "prizes");
            assertThat(versions()).isEmpty();
        }
    }

    @Test
    void limitsOfTimeAreSetAndPutBack() throws Exception {
        String header = "timeout lock 5s statement 2min\n";
        Revisions revisions = Revisions.none()
                .add("a1", header + "upgrade {\n  create table t { id bigint }\n}\ndowngrade auto")
                .add(
                        "b2",
                        header + "upgrade {\n  create table u { id bigint }\n  outside transaction {\n"
                                + "    create table v { id bigint }\n  }\n}\ndowngrade auto");
        SessionStyle session = dialect().style().session();
        assertThat(sql(revisions.upgrade(List.of(), "head", dialect()))
                        .lines()
                        .map(it -> it.replaceFirst(";$", ""))
                        .toList())
                .containsAll(session.lockLimit().of(5000))
                .containsAll(session.lockLimit().back())
                .containsAll(session.statementLimit().of(120_000))
                .containsAll(session.statementLimit().back());
        sameByHand(revisions, "head", true);
    }

    @Test
    void theClientIsNamedWhereTheMachineHasNone() {
        if (client().isEmpty()) {
            System.out.println("Not tested: SQL by hand through the client of "
                    + dialect().style().name() + ", which is not on the PATH of this machine");
        }
        assertThat(hands()).isNotEmpty();
    }

    private List<Hand> hands() {
        return client().isPresent() ? List.of(this::overJdbc, this::throughClient) : List.of(this::overJdbc);
    }

    /** @param twice whether everything is run a second time, which must change nothing */
    private void sameByHand(Revisions revisions, String target, boolean twice) throws Exception {
        clear();
        List<String> nothing = structure();
        Script up = revisions.upgrade(List.of(), target, dialect());
        run(up);
        List<String> structure = structure();
        SortedSet<String> rows = versions();
        Optional<Script> down = wayBack(revisions, rows);
        for (Hand hand : hands()) {
            clear();
            hand.run(sql(up));
            requireStopped(hand, up, twice);
            assertThat(structure()).isEqualTo(structure);
            assertThat(versions()).isEqualTo(rows);
            if (down.isPresent()) {
                hand.run(sql(down.get()));
                requireStopped(hand, down.get(), twice);
                assertThat(structure()).isEqualTo(nothing);
                assertThat(versions()).isEmpty();
            }
        }
    }

    /** Nothing where the case has no way back, or none that can be written without looking at the database. */
    private Optional<Script> wayBack(Revisions revisions, SortedSet<String> rows) {
        try {
            Script back = revisions.downgrade(rows, "base", dialect());
            sql(back);
            return Optional.of(back);
        } catch (DiagnosticException noWayBack) {
            assertThat(noWayBack.diagnostics())
                    .extracting(Diagnostic::code)
                    .containsAnyOf(Code.NO_WAY_BACK, Code.NEEDS_SCHEMA)
                    .isSubsetOf(Code.NO_WAY_BACK, Code.NEEDS_SCHEMA);
            return Optional.empty();
        }
    }

    private void requireStopped(Hand hand, Script again, boolean wanted) {
        if (!wanted) {
            return;
        }
        String expected = again.plan().rowsBefore().isEmpty()
                ? "base"
                : String.join(", ", again.plan().rowsBefore());
        assertThatThrownBy(() -> hand.run(sql(again))).hasMessageContaining("the database is not at " + expected);
    }

    /** Strings, numbers and nothing arrive as they do with bound parameters. */
    @Test
    void everyValueIsTheSame() throws Exception {
        Revisions revisions = Revisions.none()
                .rows("more.csv", """
                    id,words,amount,yes,day
                    7,"a ""quoted"" one, it's 100 %",1.50,true,2026-02-03
                    8,,,,
                    9,"",-0.25,false,1999-12-31
                    10,"two
                    lines; -- no comment
                    \\n is no line end, nor is /* this */",7,true,
                    """)
                .add("a1", """
                    upgrade {
                      create table things {
                        id      integer        primary key
                        words   text
                        amount  decimal(12,2)
                        yes     boolean
                        day     date
                      }
                      insert into things (id, words, amount, yes, day)
                        values (1, 'it''s; -- a ''quote''', 12345678.90, true, '2026-01-02'),
                               (2, 'back\\slash \\'' \\n', -1e2, false, null),
                               (3, '', 0, null, null),
                               (4, 'ünï çødé 😀 ${tenant}', 1.5, true, null)
                      update things set words = 'x $mig$ y $$ z', amount = 3 where (id = 3)
                      load 'more.csv' into things
                    }
                    downgrade auto
                    """)
                .with("tenant", "a 'tenant'; with \\ all\nkinds of things");
        String all = "select * from things order by id";
        Script up = revisions.upgrade(List.of(), "a1", dialect());
        run(up);
        List<String> expected = query(all);
        assertThat(expected).hasSize(8);

        for (Hand hand : hands()) {
            clear();
            hand.run(sql(up));
            assertThat(query(all)).isEqualTo(expected);
        }
    }

    /** What failed in the middle stays where it is until somebody has looked: not even its first half runs again. */
    @Test
    void aSecondAttemptAfterAFailureHarmsNothing() throws Exception {
        Revisions revisions = Revisions.none().add("a1", """
            upgrade {
              create table counters { n integer }
            }
            downgrade auto
            """).add("b2", """
                upgrade {
                  insert into counters (n) values (1) reverse nothing
                  outside transaction {
                    create table first { id bigint primary key }
                  }
                  create table second { id bigint primary key }
                  sql \"\"\" insert into nowhere (id) values (1) \"\"\" reverse nothing
                }
                downgrade auto
                """);
        run(revisions.upgrade(List.of(), "a1", dialect()));
        Script up = revisions.upgrade(List.of("a1"), "b2", dialect());

        assertThatThrownBy(() -> overJdbc(sql(up))).hasMessageMatching("(?is).*nowhere.*");
        assertThat(query("select count(*) from counters")).containsExactly("1");
        assertThat(versions()).containsExactly("b2~");
        assertThatThrownBy(() -> overJdbc(sql(up))).hasMessageContaining("the database is not at a1");
        assertThat(query("select count(*) from counters")).containsExactly("1");
    }

    @Test
    void aRequirementThatIsNotMetStops() throws Exception {
        Revisions revisions = Revisions.none().add("a1", """
            upgrade {
              create table t { n integer }
              require ((select count(*) from t) = 0)
              insert into t (n) values (1)
              require ((select count(*) from t) = 0) else 'there are rows; it''s too late'
              insert into t (n) values (2)
            }
            downgrade auto
            """);

        assertThatThrownBy(() -> overJdbc(sql(revisions.upgrade(List.of(), "a1", dialect()))))
                .hasMessageContaining("there are rows; it's too late");
    }

    private String sql(Script script) {
        StringBuilder text = new StringBuilder();
        new SqlWriter(dialect(), OwnTables.DEFAULT.version(), Timeouts.NONE, text::append).write(script);
        return text.toString();
    }

    final void overJdbc(String sql) throws SQLException {
        Connections session = session();
        try (Connection connection = session.run();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            for (SqlSplitter.Piece piece :
                    SqlSplitter.split(new Source("", sql), dialect().style().lexicon())) {
                statement.execute(piece.sql());
            }
        } catch (SQLException e) {
            // A client that stops ends its session.
            session.close();
            byHand = null;
            throw e;
        }
    }

    /** Apart from those that look at what came of it. */
    private Connections session() {
        Connections session = byHand;
        if (session == null) {
            session = connect();
            byHand = session;
        }
        return session;
    }

    private void throughClient(String sql) throws Exception {
        Path file = Files.writeString(folder.resolve("by_hand.sql"), sql);
        String error = client().orElseThrow().run(file);
        if (!error.isEmpty()) {
            throw new SQLException(error);
        }
    }
}
