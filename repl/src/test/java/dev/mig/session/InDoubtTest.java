package dev.mig.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.session.CommandLineSession.Result;
import dev.mig.source.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was killed while its second statement was under way, and what a person says of it afterwards. */
class InDoubtTest {
    @TempDir
    private Path folder;

    private CommandLineSession session;

    @BeforeEach
    void secondOfThreeStatementsIsInDoubt() throws IOException, SQLException {
        session = new CommandLineSession(folder);
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/aa11.mig"), """
            revision  aa11 'three tables'

            upgrade {
              create table one { id bigint primary key }
              create table two { id bigint primary key }
              create table three { id bigint primary key }
            }

            downgrade auto
            """);
        // What is there already lets the second statement fail: its row then is made what a kill would have left.
        sql("create table two (id bigint)");
        assertThat(session.migrate("upgrade").exit()).isEqualTo(Exit.DATABASE);
        sql("drop table two");
        sql("update mig_journal set outcome = 'begun' where kind = 'statement' and outcome = 'failed'");
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("data/app"), "sa", "");
                Statement sent = connection.createStatement()) {
            sent.execute(statement);
        }
    }

    @Test
    void nobodyIsAskedWhatTheCatalogueTells() {
        assertThat(session.migrate("upgrade", "--dry-run").exit()).isEqualTo(Exit.OK);
        Result result = session.migrate("upgrade");

        assertThat(result.exit()).isEqualTo(Exit.OK);
        assertThat(result.err())
                .isEqualTo("statement 2 of \"aa11\" was under way when an earlier run was cut off: the database shows"
                        + " that it was not finished\n");
        assertThat(session.migrate("downgrade", "base").exit()).isEqualTo(Exit.OK);
    }

    @Test
    void nothingRunsBeforeSomebodySaysHowItEnded() throws SQLException {
        // Neither what was there before nor what the statement makes.
        sql("create table two (id integer)");
        Result result = session.migrate("upgrade");

        assertThat(result.exit()).isEqualTo(Exit.HISTORY);
        assertThat(result.err())
                .contains(
                        "cut off during statement 2 of 3",
                        "migrate resolve aa11 --done",
                        "migrate resolve aa11 --not-done");
    }

    @Test
    void bothAnswersOrNoneAreNoAnswer() {
        assertThat(session.migrate("resolve", "aa11").exit()).isEqualTo(Exit.USAGE);
        assertThat(session.migrate("resolve", "aa11", "--done", "--not-done").exit())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void whatWasNotDoneIsSentAgain() {
        assertThat(session.migrate("resolve", "aa11", "--not-done").out())
                .isEqualTo("resolved  statement 2 of 3 counts as not done; go on: migrate upgrade aa11\n");

        assertThat(session.migrate("upgrade").exit()).isEqualTo(Exit.OK);
        assertThat(session.migrate("downgrade", "base", "--allow", "drop:one").exit())
                .isEqualTo(Exit.OK);
    }

    @Test
    void whatWasDoneIsNotSentAgain() throws SQLException {
        sql("create table two (id bigint, note text, primary key (id))");

        assertThat(session.migrate("resolve", "aa11", "--done", "--json").out())
                .isEqualTo("{\"revision\":\"aa11\",\"settled\":true}\n");

        assertThat(session.migrate("upgrade").exit()).isEqualTo(Exit.OK);
        sql("select note from two");
    }

    @Test
    void onceSaidThereIsNothingToSay() {
        session.migrate("resolve", "aa11", "--not-done");

        Result result = session.migrate("resolve", "aa11", "--done");

        assertThat(result.exit()).isEqualTo(Exit.OK);
        assertThat(result.out()).isEqualTo("nothing to do: no statement of revision aa11 is in doubt\n");
    }
}
