package dev.mig.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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

/** Plays every file of {@code postgresql}, each in a database of its own, which its text calls {@code $URL}. */
class PostgresqlSessionsTest {
    private static final Path SESSIONS = Path.of("src/test/resources/postgresql");

    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
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
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
        String url = server.getJdbcUrl("postgres", database);
        Path file = SESSIONS.resolve(name);
        String expected = Files.readString(file).replace("\r\n", "\n");

        String played = new Scenario(folder.toRealPath())
                .play(expected.replace("$URL", url))
                .replace(url, "$URL");

        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, played);
        }
        assertThat(played).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
        assertThat(scratch(url)).as("what was made to ask, and to test in").isEmpty();
    }

    @Test
    void ctrlCStopsAStatement() throws Exception {
        new SignalledRun(folder, server.getJdbcUrl("postgres", "postgres")).stops("INT", 130, "select pg_sleep(3600)");
    }

    private static List<String> scratch(String url) throws SQLException {
        List<String> left = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery("select datname from pg_database where datname like 'mig%'"
                        + " union all select nspname from pg_namespace where nspname like 'mig%'")) {
            while (names.next()) {
                left.add(names.getString(1));
            }
        }
        return left;
    }
}
