package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed wherever they are, one after the other: nothing is lost, nothing done twice, nobody asked. */
class MariadbKilledTest {
    private static final Dialect DIALECT = Revisions.dialect(Database.MARIADB);
    private static final int KILLED = 3;

    @TempDir
    private Path folder;

    @Test
    void theNextRunGoesOnFromTheStatementThatWasUnderWay() throws Exception {
        ConnectionSettings access =
                new ConnectionSettings(new ConnectionUrl(MariadbServer.url("killed") + "&user=root"), null, null);
        try (Connections connections = new Connections(access)) {
            try (Connection connection = connections.run()) {
                new TestMysql(access, Database.MARIADB).clear(connection);
            }
            for (int i = 1; i <= KILLED; i++) {
                Path told = folder.resolve("told" + i);
                Process process = KilledRun.start(access, told);
                while (Files.readAllLines(told).size() < 20 * i) {
                    assertThat(process.isAlive()).isTrue();
                    Thread.sleep(1);
                }
                process.destroyForcibly().waitFor();
            }
            try (JdbcRunner runner = JdbcRunner.open(
                    connections,
                    OwnTables.DEFAULT,
                    DIALECT,
                    ContractPart.OPERATOR,
                    RunOptions.DEFAULT,
                    RunListener.SILENT)) {
                int row = Integer.parseInt(runner.rows().first().substring(1));
                int target = row + 10;
                assertThat(runner.run(KilledRun.revisions().upgrade(runner.rows(), "r" + target, DIALECT), it -> null))
                        .isInstanceOf(Outcome.Applied.class);
                assertThat(count(
                                connections,
                                "select count(*) from information_schema.tables where table_schema ="
                                        + " database() and table_name regexp '^[tu][0-9]+$'"))
                        .isEqualTo(2 * target);
                assertThat(count(
                                connections,
                                "select count(*) from mig_journal where kind = 'statement' and outcome =" + " 'done'"))
                        .isEqualTo(2 * target);
            }
        }
    }

    private static int count(Connections connections, String sql) throws SQLException {
        try (Connection connection = connections.run();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getInt(1);
        }
    }
}
