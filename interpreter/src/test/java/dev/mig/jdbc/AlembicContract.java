package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.script.Feature;
import dev.mig.script.Revisions;
import dev.mig.script.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A database that Alembic has managed, or goes on managing: both see the same rows in the same table. */
abstract class AlembicContract extends ContractPart {
    AlembicContract(TestDatabase database) {
        super(database);
    }

    /** As Alembic 1.19 sends it. */
    private void alembic() throws Exception {
        execute("CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n"
                + "\tCONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)");
    }

    private List<String> seenByAlembic() throws Exception {
        return query("SELECT alembic_version.version_num \nFROM alembic_version");
    }

    @Test
    void theTwoTakeTurns() throws Exception {
        alembic();
        execute("create table authors (id bigint primary key)");
        execute("INSERT INTO alembic_version (version_num) VALUES ('a1')");

        assertThat(versions()).containsExactly("a1");
        assertThat(apply(books(), "head").done())
                .extracting(it -> it.step().revision())
                .containsExactly("b2", "c3");
        assertThat(seenByAlembic()).containsExactly("c3");

        execute("drop table shelves");
        execute("drop table prizes");
        execute("UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'c3'");
        assertThat(versions()).containsExactly("b2");
        assertThat(apply(books(), "head").done())
                .extracting(it -> it.step().revision())
                .containsExactly("c3");
        try (JdbcRunner runner = open()) {
            runner.run(books().downgrade(runner.rows(), "base", dialect()), it -> null);
        }
        assertThat(seenByAlembic()).isEmpty();
    }

    @Test
    void aTableOfThisProgramIsOneThatAlembicReads() throws Exception {
        apply(books(), "b2");

        assertThat(seenByAlembic()).containsExactly("b2");
        List<String> columns = new ArrayList<>();
        try (Connection connection = connections().run();
                ResultSet found = connection.getMetaData().getColumns(connection.getCatalog(), null, "%", "%")) {
            while (found.next()) {
                if (found.getString("TABLE_NAME").equalsIgnoreCase("alembic_version")) {
                    columns.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT) + " "
                            + found.getString("IS_NULLABLE"));
                }
            }
        }
        assertThat(columns).containsExactly("version_num NO");
    }

    @Test
    void anIdThatDoesNotFitIsRefusedBeforeAnythingRuns() throws Exception {
        alembic();
        String longer = "x".repeat(33);
        Revisions revisions = books().add(longer, "upgrade {\n create table late { id bigint }\n}");
        try (JdbcRunner runner = open()) {
            Script tooLong = revisions.upgrade(runner.rows(), "head", dialect());
            if (dialect().style().has(Feature.ANY_LENGTH)) {
                assertThat(runner.run(tooLong, it -> null)).isInstanceOf(Outcome.Applied.class);
                assertThat(runner.rows()).containsExactly(longer);
                return;
            }
            assertThat(problem(() -> runner.run(tooLong, it -> null)))
                    .contains("\"" + longer + "\" does not fit", "which takes 32 characters");
            assertThat(runner.rows()).isEmpty();
            runner.run(revisions.upgrade(runner.rows(), "c3", dialect()), it -> null);
            assertThat(runner.rows()).containsExactly("c3");
        }
    }

    @Test
    void whatIsSaidOfAColumnTooNarrowMakesItWider() throws Exception {
        if (dialect().style().has(Feature.ANY_LENGTH)) {
            return;
        }
        alembic();
        String longer = "x".repeat(64);
        Revisions revisions = books().add(longer, "upgrade {\n create table late { id bigint }\n}");
        String hint;
        try (JdbcRunner runner = open()) {
            Script tooLong = revisions.upgrade(runner.rows(), "head", dialect());
            hint = hint(() -> runner.run(tooLong, it -> null));
        }
        assertThat(hint).startsWith("make the column wider: ");

        execute(hint.substring("make the column wider: ".length()));

        apply(revisions, "head");
        assertThat(versions()).containsExactly(longer);
    }

    /** What somebody has taken back may have been edited before another tool applied it. */
    @Test
    void whatWasTakenBackIsNotComparedAnyMore() throws Exception {
        RevisionSnapshot kept = new RevisionSnapshot(
                "b2", "", List.of("a1"), List.of(), List.of(), "b2.mig", "revision b2", "sha256:1", "sha256:2", null);
        try (JdbcRunner runner = open()) {
            runner.run(books().upgrade(List.of(), "b2", dialect()), it -> it.equals("b2") ? kept : null);
        }
        try (DatabaseReader reader = reader()) {
            assertThat(reader.digests(List.of("a1", "b2"))).containsOnlyKeys("b2");
        }
        try (JdbcRunner runner = open()) {
            runner.run(books().downgrade(runner.rows(), "-1", dialect()), it -> null);
        }
        execute("UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1'");

        try (DatabaseReader reader = reader()) {
            assertThat(reader.digests(List.of("a1", "b2"))).isEmpty();
            assertThat(reader.rows()).containsExactly("b2");
        }
    }
}
