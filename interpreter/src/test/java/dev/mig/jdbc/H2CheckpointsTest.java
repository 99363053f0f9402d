package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is reported must survive a kill right behind the report. */
class H2CheckpointsTest {
    /** So short that H2's own thread is often in the middle of a write when a checkpoint comes. */
    private static final int DELAY_MILLIS = 20;

    private static final int STEPS = 40;

    @TempDir
    private Path folder;

    @Test
    void whatWasCommittedIsInTheFileBehindACheckpoint() throws Exception {
        try (Connection connection = DriverManager.getConnection(url("app"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (id integer primary key, x varchar)");
            try (H2Checkpoints checkpoints = H2Checkpoints.begin(connection, true, DELAY_MILLIS)) {
                for (int step = 1; step <= STEPS; step++) {
                    statement.execute("insert into t values (" + step + ", '" + "x".repeat(3_000) + "')");
                    Thread.sleep(DELAY_MILLIS + step % 3);
                    checkpoints.flush();
                    Files.copy(
                            folder.resolve("app.mv.db"),
                            folder.resolve("killed.mv.db"),
                            StandardCopyOption.REPLACE_EXISTING);
                    assertThat(lastStep("killed")).isEqualTo(step);
                }
            }
        }
    }

    private int lastStep(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(name), "sa", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select max(id) from t")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private String url(String name) {
        return "jdbc:h2:" + folder.resolve(name) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }
}
