package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.script.Revisions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stays of a revision that could not be finished, what is told of it, and how it goes on. */
abstract class FailingContract extends ContractPart {
    private static final String FAILING = """
        upgrade {
          create table one { id bigint }
          create table other { id bigint primary key }
          insert into other (id) values (1) reverse nothing
          insert into other (id) values (1)
          create table last { id bigint }
        }
        """;

    /** Each statement commits by itself, on every database. */
    private static final String OUTSIDE = """
        upgrade {
          outside transaction {
            create table one { id bigint }
            create table other { id bigint primary key }
            insert into other (id) values (1) reverse nothing
            insert into other (id) values (1)
            create table last { id bigint }
          }
        }
        """;

    FailingContract(TestDatabase database) {
        super(database);
    }

    @Test
    void aFailingStatementStopsTheRunAndLeavesWhatWasDoneBefore() throws Exception {
        Revisions revisions = books().add("d4", FAILING).add("e5", "upgrade {\n create table never { id bigint }\n}");

        Outcome.Stopped stopped = (Outcome.Stopped) apply(revisions, "head");

        assertThat(stopped.done()).extracting(it -> it.step().revision()).containsExactly("a1", "b2", "c3");
        assertThat(stopped.rows()).containsExactly("c3");
        assertThat(stopped.failed().revision()).isEqualTo("d4");
        assertThat(stopped.why().span().location()).isEqualTo("d4.mig:7:3");
        assertThat(stopped.why().message())
                .containsPattern("(?s)of revision \"d4\" failed: .* \\((?:error \\d+, )?(SQLSTATE |SQLITE_)\\w+\\)");
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
        try (DatabaseReader reader = reader()) {
            assertThat(reader.unfinished(id -> reader.rows().contains(id))).isEmpty();
        }
    }

    @Test
    void whatStaysOfAFailedRevisionIsWhatTheDatabaseCannotTakeBack() throws Exception {
        Revisions revisions = books().add("d4", FAILING);
        apply(revisions, "c3");
        List<String> before = structure();
        Outcome.Stopped stopped = (Outcome.Stopped) apply(revisions, "head");
        if (dialect().style().transactionalDdl()) {
            assertThat(stopped.finishedStatements()).isZero();
            assertThat(structure()).isEqualTo(before);
            assertThat(query("select kind, outcome from mig_journal where revision = 'd4' or kind = 'statement'"))
                    .containsExactly("step|failed");
        } else {
            // Both tables; the row that was inserted went back with the one that could not be.
            assertThat(stopped.finishedStatements()).isEqualTo(2);
            assertThat(query("select count(*) from other")).containsExactly("0");
            try (DatabaseReader reader = reader()) {
                assertThat(reader.unfinished(id -> reader.rows().contains(id))
                                .orElseThrow()
                                .done())
                        .extracting(it -> it.place())
                        .containsExactly(1, 2);
            }
        }
    }

    @Test
    void statementsOutsideTheTransactionGoOnWhereTheyStopped() throws Exception {
        Revisions revisions = books().add("d4", OUTSIDE);
        assertThat(((Outcome.Stopped) apply(revisions, "head")).finishedStatements())
                .isEqualTo(3);
        revisions.edit("d4", OUTSIDE.replace("values (1)\n    create", "values (2)\n    create"));
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(query("select id from other order by id")).containsExactly("1", "2");
        assertThat(versions()).containsExactly("d4");
    }

    @Test
    void whatIsHalfDoneComesFirstAndMayNotChangeBeforeThePointItReached() {
        Revisions revisions = books().add("d4", OUTSIDE);
        apply(revisions, "head");
        try (JdbcRunner runner = open()) {
            UnfinishedStep half = runner.unfinished().orElseThrow();
            assertThat(half.revision()).isEqualTo("d4");
            assertThat(half.statements()).isEqualTo(5);
            assertThat(half.done()).extracting(it -> it.place()).containsExactly(1, 2, 3);
            assertThat(half.error()).contains("of revision \"d4\" failed");
            assertThat(problem(() -> runner.run(revisions.downgrade(runner.rows(), "-1", dialect()), it -> null)))
                    .isEqualTo("the upgrade of \"d4\" is half done: 3 of 5 statements");
            revisions.edit("d4", OUTSIDE.replace("create table one { id bigint }", "create table one { id integer }"));
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
        try (DatabaseReader reader = reader();
                JdbcRunner runner = open()) {
            assertThat(reader.unfinished(id -> reader.rows().contains(id))).isEmpty();
            assertThat(runner.run(revisions.upgrade(runner.rows(), "head", dialect()), it -> null))
                    .isInstanceOf(Outcome.Applied.class);
        }
    }

    @Test
    void aStatementThatNobodyKnowsTheEndOfStopsEverything() throws Exception {
        Revisions revisions = books().add(
                        "d4",
                        OUTSIDE.replace(
                                "create table other { id bigint primary key }",
                                "sql \"\"\" create table other (id bigint primary key) \"\"\" reverse nothing"));
        apply(revisions, "head");
        cutOffDuringTheSecondStatement();
        try (JdbcRunner runner = open()) {
            assertThat(problem(() -> runner.run(revisions.upgrade(runner.rows(), "head", dialect()), it -> null)))
                    .isEqualTo("the upgrade of \"d4\" was cut off during statement 2 of 5, and nobody knows whether"
                            + " it was finished");
        }
    }

    @Test
    void whatTheCatalogueShowsToBeFinishedIsNotSentAgain() throws Exception {
        Revisions revisions = books().add("d4", OUTSIDE);
        apply(revisions, "head");
        cutOffDuringTheSecondStatement();
        execute("delete from other");

        revisions.edit("d4", OUTSIDE.replace("values (1)\n    create", "values (2)\n    create"));
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(query("select id from other order by id")).containsExactly("1", "2");
    }

    @Test
    void whatTheCatalogueShowsNotToBeFinishedIsSentAgain() throws Exception {
        Revisions revisions = books().add("d4", OUTSIDE);
        apply(revisions, "head");
        cutOffDuringTheSecondStatement();
        execute("drop table other");

        revisions.edit("d4", OUTSIDE.replace("values (1)\n    create", "values (2)\n    create"));
        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(query("select id from other order by id")).containsExactly("1", "2");
    }

    @Test
    void whatIsFinishedStaysSoWhenTheVersionTableHasChangedMeanwhile() throws Exception {
        Revisions revisions = books().add("d4", """
                        upgrade {
                          outside transaction {
                            create table one { id bigint }
                            sql \"\"\" create table other (id integer) \"\"\" reverse nothing
                          }
                        }
                        """);
        apply(revisions, "c3");
        RunListener meddler = new RunListener() {
            @Override
            public void statementStarted(
                    dev.mig.script.ScriptStep step, dev.mig.script.Statement sent, int place, int statements) {
                if (place == 1) {
                    return;
                }
                try {
                    execute("update alembic_version set version_num = 'elsewhere'");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        try (JdbcRunner runner =
                JdbcRunner.open(connect(), OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, meddler)) {
            Outcome.Stopped stopped =
                    (Outcome.Stopped) runner.run(revisions.upgrade(runner.rows(), "head", dialect()), it -> null);
            assertThat(stopped.finishedStatements()).isEqualTo(2);
            assertThat(stopped.why().message()).contains("somebody else changed the version table");
        }
        execute("update alembic_version set version_num = 'c3'");

        assertThat(apply(revisions, "head")).isInstanceOf(Outcome.Applied.class);
        assertThat(versions()).containsExactly("d4");
    }

    /** What a run leaves that was killed at that moment. */
    private void cutOffDuringTheSecondStatement() throws SQLException {
        execute("update mig_journal set outcome = 'begun' where kind = 'step' and revision = 'd4'");
        String step =
                query("select max(id) from mig_journal where kind = 'step'").getFirst();
        execute("update mig_journal set outcome = 'begun' where kind = 'statement' and seq = 2 and step = " + step);
        execute("delete from mig_journal where kind = 'statement' and seq > 2 and step = " + step);
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
}
