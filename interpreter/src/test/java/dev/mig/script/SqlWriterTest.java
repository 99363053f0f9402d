package dev.mig.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mig.model.Database;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.source.Code;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.syntax.tree.Header.Timeouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What stands in a file of SQL is what a runner sends, and reads back as that. */
class SqlWriterTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final QualifiedIdentifier VERSIONS = QualifiedIdentifier.bare("alembic_version");

    /** Its file of rows fits no table. */
    private static final String UNLOADABLE = "data/insert.";

    /** SQLite makes a table anew, and no revision tells what is in these. */
    private static final List<String> UNKNOWN = List.of("constraints/outside.sqlite.", "raw/unknown.sqlite.");

    /** Cut at its statements, the file holds those of the script, with literals, in their order. */
    @TestFactory
    Stream<DynamicTest> theFileHoldsTheStatementsOfTheScript() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            List<Path> cases = files.filter(it -> it.toString().endsWith(".sql"))
                    .filter(it -> !it.toString().contains(UNLOADABLE))
                    .filter(it -> UNKNOWN.stream().noneMatch(it.toString()::contains))
                    .sorted()
                    .toList();
            assertThat(cases).isNotEmpty();
            return cases.stream()
                    .map(it -> DynamicTest.dynamicTest(GOLDEN.relativize(it).toString(), () -> {
                        String[] name = it.getFileName().toString().split("\\.", -1);
                        Dialect dialect =
                                Revisions.dialect(Database.named(name[1]).orElseThrow());
                        Revisions revisions = Revisions.golden(it.resolveSibling(name[0] + ".mig"));
                        holdsItsStatements(revisions.upgrade(revisions.below("case"), "case", dialect), dialect);
                    }));
        }
    }

    @Test
    void whatOnlyTheDatabaseCanCompleteIsRefusedAtItsLine() throws IOException {
        Dialect dialect = Revisions.dialect(Database.SQLITE);
        Revisions revisions = Revisions.golden(GOLDEN.resolve("constraints/outside.mig"));
        Script script = revisions.upgrade(revisions.below("case"), "case", dialect);
        StringBuilder text = new StringBuilder();

        assertThatThrownBy(() -> new SqlWriter(dialect, VERSIONS, Timeouts.NONE, text::append).write(script))
                .isInstanceOfSatisfying(DiagnosticException.class, it -> {
                    assertThat(it.diagnostics().getFirst().code()).isEqualTo(Code.NEEDS_SCHEMA);
                    assertThat(it.diagnostics().getFirst().span().isNone()).isFalse();
                });
        assertThat(text).isEmpty();
    }

    private static void holdsItsStatements(Script script, Dialect dialect) {
        SqlStyle style = dialect.style();
        List<String> sent = new ArrayList<>();
        boolean others = false;
        for (ScriptStep step : script.steps()) {
            for (Statement statement : step.statements()) {
                // What has no SQL of its own in a script has its own tests.
                boolean plain = statement instanceof Statement.Execute || statement instanceof Statement.Batched;
                sent.addAll(plain ? cut(statement.literal(style), style) : List.of());
                others |= !plain;
            }
        }
        List<String> written = cut(written(script, dialect), style);
        written.removeIf(
                it -> it.contains("alembic_version") || it.contains("mig_guard") || it.contains("raise exception"));
        written.removeAll(style.offline().preamble());
        written.removeAll(style.offline().begin());
        written.removeIf(style.offline().commit()::equals);
        if (others) {
            assertThat(written).as(style.name()).containsAll(sent);
        } else {
            assertThat(written).as(style.name()).isEqualTo(sent);
        }
    }

    private static List<String> cut(String sql, SqlStyle style) {
        return new ArrayList<>(SqlSplitter.split(new Source("", sql), style.lexicon()).stream()
                .map(SqlSplitter.Piece::sql)
                .toList());
    }

    private static String written(Script script, Dialect dialect) {
        StringBuilder text = new StringBuilder();
        new SqlWriter(dialect, VERSIONS, Timeouts.NONE, text::append).write(script);
        return text.toString();
    }

    @Test
    void aFlagWinsOverTheHeaderAndWhatCannotBeLimitedIsSaid() {
        Revisions revisions = Revisions.none()
                .add("a1", "timeout lock 5s statement 2min\nupgrade {\n  create table t { id bigint }\n}");
        Timeouts flags = new Timeouts(Duration.ofMillis(1500), null);

        assertThat(limits(revisions, Database.POSTGRESQL, flags))
                .containsExactly(
                        "set lock_timeout = 1500;",
                        "set statement_timeout = 120000;",
                        "reset lock_timeout;",
                        "reset statement_timeout;");
        assertThat(limits(revisions, Database.MARIADB, flags))
                .containsExactly(
                        "set session lock_wait_timeout = 2;",
                        "set session innodb_lock_wait_timeout = 2;",
                        "set session max_statement_time = 120;",
                        "set session lock_wait_timeout = default;",
                        "set session innodb_lock_wait_timeout = default;",
                        "set session max_statement_time = default;");
        assertThat(limits(revisions, Database.SQLITE, Timeouts.NONE))
                .containsExactly(
                        "-- note: SQLite has no statement that limits how long another one runs",
                        "pragma busy_timeout = 5000;",
                        "pragma busy_timeout = 0;");
    }

    private static List<String> limits(Revisions revisions, Database database, Timeouts flags) {
        Dialect dialect = Revisions.dialect(database);
        StringBuilder text = new StringBuilder();
        new SqlWriter(dialect, VERSIONS, flags, text::append).write(revisions.upgrade(List.of(), "a1", dialect));
        return text.toString()
                .lines()
                .filter(it -> it.matches(".*(timeout|_time |_time=|limits).*"))
                .toList();
    }

    @Test
    void aCommentAtTheEndOfAStatementSwallowsNothing() {
        assertThat(page(SqlStyles.H2, "select 1 -- one")).isEqualTo("select 1;\n");
        assertThat(page(SqlStyles.H2, "select '--'")).isEqualTo("select '--'\n;\n");
        assertThat(page(SqlStyles.H2, "select 1;")).isEqualTo("select 1;\n");
    }

    @Test
    void whatIsWrittenIsNotChanged() {
        assertThat(page(SqlStyles.H2, "insert into t values ('a\r\nb\rc')"))
                .isEqualTo("insert into t values ('a\r\nb\rc');\n");
    }

    @Test
    void aBodyOfAStoredProgramHasAnotherDelimiter() {
        String trigger = "create trigger t before insert on a for each row begin set new.b = 1; set new.c = 2; end";
        assertThat(page(SqlStyles.MYSQL, trigger)).isEqualTo("delimiter //\n" + trigger + "//\ndelimiter ;\n");
        assertThat(page(SqlStyles.MYSQL, "select ';'")).isEqualTo("select ';';\n");
        assertThat(page(SqlStyles.MYSQL, "create procedure p() begin select 1 // 2; end"))
                .startsWith("delimiter $$\n");
    }

    @Test
    void aCommentStaysOne() {
        StringBuilder text = new StringBuilder();
        new SqlLayout(SqlStyles.H2, text::append).comment("one\ntwo\r\n\nthree");
        assertThat(text).hasToString("-- one\n-- two\n--\n-- three\n");
    }

    private static String page(SqlLexicon lexicon, String sql) {
        StringBuilder text = new StringBuilder();
        new SqlLayout(lexicon, text::append).statement(sql);
        return text.toString();
    }

    /** As far as splitting goes. */
    private static final class SqlStyles {
        static final SqlLexicon H2 = Revisions.dialect(Database.H2).style().lexicon();
        static final SqlLexicon MYSQL = new SqlLexicon(
                true,
                false,
                true,
                false,
                true,
                true,
                false,
                false,
                SqlLexicon.DollarQuotes.NONE,
                true,
                SqlLexicon.CompoundBodies.PROGRAMS);
    }
}
