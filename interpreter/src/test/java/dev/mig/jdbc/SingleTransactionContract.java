package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.script.Revisions;
import dev.mig.script.Script;
import dev.mig.script.ScriptStep;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run that is one transaction succeeds as a whole or leaves nothing, and is refused where it could not be. */
abstract class SingleTransactionContract extends ContractPart {
    SingleTransactionContract(TestDatabase database) {
        super(database);
    }

    @Test
    void allOfItCommitsOrNothing() throws Exception {
        Revisions revisions = books().together();
        if (!dialect().style().transactionalDdl()) {
            assertThat(problem(() -> revisions.upgrade(List.of(), "c3", dialect())))
                    .contains("commits each change of structure by itself, so that a run cannot be one transaction");
            return;
        }
        List<String> nothing = structure();
        revisions.add(
                "d4",
                "upgrade {\n  create table late { id bigint }\n  sql \"\"\" insert into nowhere (id)"
                        + " values (1) \"\"\" reverse nothing\n}\ndowngrade auto");
        List<String> told = new ArrayList<>();
        try (JdbcRunner runner = listening(told)) {
            Outcome outcome = runner.run(revisions.upgrade(runner.rows(), "d4", dialect()), it -> null);

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Stopped.class, it -> {
                assertThat(it.done()).isEmpty();
                assertThat(it.rows()).isEmpty();
                assertThat(it.finishedStatements()).isZero();
                assertThat(it.why().hints()).anyMatch(hint -> hint.startsWith("nothing of the whole run stays done"));
            });
        }
        assertThat(told).isEmpty();
        assertThat(structure()).isEqualTo(nothing);
        assertThat(versions()).isEmpty();
        try (DatabaseReader reader = reader()) {
            assertThat(reader.unfinished(id -> reader.rows().contains(id))).isEmpty();
        }

        revisions.edit("d4", "upgrade {\n  create table late { id bigint }\n}\ndowngrade auto");
        try (JdbcRunner runner = listening(told)) {
            Script up = revisions.upgrade(runner.rows(), "d4", dialect());
            assertThat(runner.run(up, it -> null).done()).hasSize(4);
            assertThat(told).containsExactly("a1", "b2", "c3", "d4");
            assertThat(runner.rows()).containsExactly("d4");
            runner.run(revisions.downgrade(runner.rows(), "base", dialect()), it -> null);
        }
        assertThat(structure()).isEqualTo(nothing);
    }

    @Test
    void whatMustStandOutsideIsRefused() {
        Revisions revisions = Revisions.none().together().add("a1", """
            upgrade {
              outside transaction {
                update nothing set a = 1 reverse nothing
              }
            }
            downgrade auto
            """);

        assertThat(problem(() -> revisions.upgrade(List.of(), "a1", dialect())))
                .contains("update nothing must stand outside a transaction, and the whole run is to be one");
    }

    @Test
    void changesOfRowsShareATransactionEverywhere() throws Exception {
        execute("create table counters (n integer)");
        Revisions revisions = Revisions.none().together();
        for (String id : List.of("a1", "b2")) {
            revisions.add(id, "upgrade {\n  insert into counters (n) values (1) reverse nothing\n}\ndowngrade auto");
        }
        revisions.add("c3", "upgrade {\n  sql \"\"\" insert into nowhere (n) values (1) \"\"\" reverse nothing\n}");
        try (JdbcRunner runner = open()) {
            assertThat(runner.run(revisions.upgrade(runner.rows(), "c3", dialect()), it -> null))
                    .isInstanceOf(Outcome.Stopped.class);
            assertThat(query("select count(*) from counters")).containsExactly("0");
            runner.run(revisions.upgrade(runner.rows(), "b2", dialect()), it -> null);
        }
        assertThat(query("select count(*) from counters")).containsExactly("2");
        assertThat(versions()).containsExactly("b2");
    }

    private JdbcRunner listening(List<String> told) {
        return JdbcRunner.open(
                connections(), OwnTables.DEFAULT, dialect(), OPERATOR, RunOptions.DEFAULT, new RunListener() {
                    @Override
                    public void stepDone(ScriptStep step, long millis) {
                        told.add(step.revision());
                    }
                });
    }
}
