package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is reported must survive a kill right behind the report. */
class H2CheckpointsTest {
    /** H2's thread wrote after a second: long enough to see that it no longer does. */
    private static final int WAIT_MILLIS = 1_500;

    @TempDir
    private Path folder;

    @Test
    void nobodyElseWritesTheFileAndACheckpointWritesAll() throws Exception {
        Path file = folder.resolve("app.mv.db");
        try (Connection connection = DriverManager.getConnection(url("app"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (id integer primary key)");
            try (H2Checkpoints checkpoints = H2Checkpoints.begin(connection, true)) {
                byte[] before = Files.readAllBytes(file);
                statement.execute("insert into t values (1)");
                Thread.sleep(WAIT_MILLIS);

                assertThat(Files.readAllBytes(file)).isEqualTo(before);

                checkpoints.flush();
                Files.copy(file, folder.resolve("killed.mv.db"));
            }
        }
        try (Connection connection = DriverManager.getConnection(url("killed"), "sa", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from t")) {
            assertThat(rows.next()).isTrue();
        }
    }

    private String url(String name) {
        return "jdbc:h2:" + folder.resolve(name) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }
}
