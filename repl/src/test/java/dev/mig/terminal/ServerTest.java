package dev.mig.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.source.Exit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell on a PostgreSQL server: it outlives statements that are stopped, and servers that are. */
class ServerTest {
    private static final String CTRL_C = "\u0003";

    @TempDir
    private static Path data;

    @TempDir
    private Path project;

    private static EmbeddedPostgres server;
    private static int port;

    private Map<String, String> environment = Map.of();

    @BeforeAll
    static void start() throws IOException {
        server = open(EmbeddedPostgres.builder());
        port = server.getPort();
    }

    private static EmbeddedPostgres open(EmbeddedPostgres.Builder builder) throws IOException {
        return builder.setDataDirectory(data.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void twoRevisions() throws IOException {
        environment = Map.of("HOME", project.toString(), "TERM", "xterm-256color");
        Files.writeString(
                project.resolve("migrate.toml"),
                "url = \"jdbc:postgresql://localhost:" + port + "/postgres?user=postgres\"\n");
        Files.createDirectories(project.resolve("migrations"));
        Files.writeString(project.resolve("migrations/a.mig"), """
            revision aa11 'users'
            upgrade {
              create table users { id bigint primary key }
            }
            downgrade auto
            """);
        Files.writeString(project.resolve("migrations/b.mig"), """
            revision bb22 'slow'
            revises  aa11
            upgrade {
              create table slow { id bigint primary key }
              sql ""\" select pg_sleep(600) ""\" reverse nothing
            }
            downgrade auto
            """);
    }

    @Test
    void ctrlCStopsTheStatementAndNotTheShell() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("postgresql:postgres base +2 migrate>")
                    .type("+1")
                    .sees("now at aa11")
                    .clears()
                    .type("+1")
                    .sees("plan upgrade to bb22")
                    .press(CTRL_C)
                    .sees("interrupted")
                    .sees("aa11 +1 migrate>")
                    .clears()
                    .type("tables")
                    .sees("users")
                    .clears()
                    .type("sql select pg_sleep(600)")
                    .sees("pg_sleep")
                    .press(CTRL_C)
                    .sees("interrupted")
                    .clears()
                    .type("sql select 40 + 2 as answer")
                    .sees("42");
            assertThat(seat.screen()).doesNotContain("slow");
            seat.clears().type("base").sees("now at base").type("\\q");
            assertThat(seat.leaves()).isEqualTo(Exit.OK);
        }
    }

    @Test
    void aMoveIsTriedInATransaction() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("migrate>")
                    .type("try aa11")
                    .sees("create table users {")
                    .sees("it was rolled back")
                    .clears()
                    .type("tables")
                    .sees("there are no tables");
        }
    }

    @Test
    void theConnectionOutlivesARestartOfTheServer() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("base +2 migrate>").type("sql select 1 as before").sees("before");
            server.close();
            seat.clears().type("current").sees("cannot connect").sees("(no connection) migrate>");
            server = open(EmbeddedPostgres.builder().setPort(port));
            seat.clears().type("current").sees("2 revisions are pending").sees("base +2 migrate>");
            server.close();
            server = open(EmbeddedPostgres.builder().setPort(port));
            seat.clears()
                    .type("aa11")
                    .sees("is gone; connecting again")
                    .sees("now at aa11")
                    .clears()
                    .type("sql select 1 as after")
                    .sees("after")
                    .type("base")
                    .sees("now at base");
        }
    }
}
