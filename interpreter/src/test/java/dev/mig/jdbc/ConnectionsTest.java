package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mig.connection.ConnectionUrl;
import dev.mig.connection.Secret;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        jdbc:h2:file:/d/app             | jdbc:h2:file:/d/app;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE
        jdbc:h2:/d/app                  | jdbc:h2:/d/app;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE
        jdbc:h2:~/app                   | jdbc:h2:~/app;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE
        jdbc:h2:split:30:/d/app         | jdbc:h2:split:30:/d/app;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE
        jdbc:h2:/d/app;write_delay=100  | jdbc:h2:/d/app;write_delay=100;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE
        jdbc:h2:/d/app;AUTO_SERVER=TRUE | jdbc:h2:/d/app;AUTO_SERVER=TRUE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0
        jdbc:h2:mem:app                 | jdbc:h2:mem:app;DB_CLOSE_DELAY=-1
        jdbc:h2:mem:                    | jdbc:h2:mem:
        jdbc:h2:tcp://host/~/app        | jdbc:h2:tcp://host/~/app
        jdbc:postgresql://host/app      | jdbc:postgresql://host/app
        jdbc:mariadb://host/app?x=y     | jdbc:mariadb://host/app?x=y
        jdbc:mysql://host/app?x=y       | jdbc:mariadb://host/app?x=y
        JDBC:MySQL://host/app           | jdbc:mariadb://host/app
        jdbc:mysql://h/a?sslMode=PREFERRED&x=y | jdbc:mariadb://h/a?x=y
        """)
    void whatTheDriverIsTold(String url, String told) {
        assertThat(DriverUrl.of(new ConnectionUrl(url), true).full()).isEqualTo(told);
    }

    @Test
    void aCommitIsOnTheDiskWhenItReturns() throws SQLException {
        try (Connections connections = at("jdbc:h2:file:" + folder.resolve("app"), "sa", null);
                Connection connection = connections.run();
                Statement statement = connection.createStatement();
                ResultSet delay = statement.executeQuery("select setting_value from information_schema.settings where"
                        + " setting_name = 'WRITE_DELAY'")) {
            delay.next();
            assertThat(delay.getString(1)).isEqualTo("0");
        }
    }

    @Test
    void aUserWhoMayNotSetThingsIsLetInWithoutThem() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("app");
        try (Connections connections = at(url, "sa", null);
                Connection connection = connections.run();
                Statement statement = connection.createStatement()) {
            statement.execute("create user bob password 'tr0ub4dor'");
        }
        try (Connections connections = at(url, "bob", new Secret("tr0ub4dor"));
                Connection connection = connections.run()) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("BOB");
        }
    }

    @Test
    void aWrongPasswordIsNotToldToAnybody() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("app");
        try (Connections connections = at(url, "sa", new Secret("right"))) {
            connections.run().close();
        }
        Diagnostic told = refused(at(url + ";PASSWORD=tr0ub4dor", "sa", null));
        assertThat(told.code()).isEqualTo(Code.CANNOT_CONNECT);
        assertThat(told.message())
                .startsWith("the database jdbc:h2:file:")
                .contains("does not let user \"sa\" in")
                .doesNotContain("tr0ub4dor");
    }

    /** Drivers repeat what they cannot read, and their causes once more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://ann:tr0ub4dor@localhost:1/app",
                "jdbc:postgresql://localhost:port/app?password=tr0ub4dor",
                "jdbc:postgresql://localhost?password=tr0ub4dor",
                "jdbc:mariadb://ann:tr0ub4dor@localhost:1/app",
                "jdbc:mariadb:ann:tr0ub4dor@localhost",
                "jdbc:mysql://ann:tr0ub4dor@localhost:port/app",
                "jdbc:mysql:loadbalance:(host=x,password=tr0ub4dor",
                "jdbc:h2:tcp://localhost:1/app;PASSWORD=tr0ub4dor;NONE=1",
                "jdbc:sqlite::memory:?password=tr0ub4dor&busy_timeout=soon"
            })
    void aPasswordInAUrlThatNoDriverReadsIsNotToldToAnybody(String url) {
        try (Connections connections = at(url, "sa", null)) {
            connections.run();
        } catch (DiagnosticException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain("tr0ub4dor");
            assertThat(e.diagnostics().getFirst().hints()).isNotEmpty();
            return;
        }
        throw new AssertionError("it let us in");
    }

    @Test
    void whoGivesNoPasswordIsToldHowToGiveOne() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("app");
        try (Connections connections = at(url, "sa", new Secret("right"))) {
            connections.run().close();
        }
        assertThat(refused(at(url, "sa", null)).hints()).first().asString().contains("MIGRATE_PASSWORD");
        assertThat(refused(at(url, "sa", new Secret("wrong"))).hints())
                .first()
                .asString()
                .contains("config show");
        // As PostgreSQL's driver refuses to begin.
        ConnectionSettings access =
                new ConnectionSettings(new ConnectionUrl("jdbc:postgresql://localhost/shop"), "app", null);
        Diagnostic told = new ConnectionFailure(
                        access, new SQLException("The server requested SCRAM, but no password was provided.", "08004"))
                .diagnostic();
        assertThat(told.message()).contains("does not let user \"app\" in");
        assertThat(told.hints()).first().asString().contains("MIGRATE_PASSWORD");
    }

    @Test
    void aHostThatNobodyKnowsIsSaidToBeThat() {
        ConnectionSettings access =
                new ConnectionSettings(new ConnectionUrl("jdbc:postgresql://nowhere.invalid/shop"), "app", null);
        SQLException failure = new SQLException(
                "The connection attempt failed.",
                "08001",
                new java.net.UnknownHostException("nowhere.invalid: Name or service not known"));
        assertThat(new ConnectionFailure(access, failure).diagnostic().message())
                .isEqualTo("cannot connect to jdbc:postgresql://nowhere.invalid/shop: there is no host"
                        + " \"nowhere.invalid\"");
    }

    @Test
    void aServerThatIsNotThere() {
        Diagnostic told = refused(at("jdbc:h2:tcp://localhost:1/app", "sa", new Secret("tr0ub4dor")));
        assertThat(told.code()).isEqualTo(Code.CANNOT_CONNECT);
        assertThat(told.message())
                .startsWith("cannot connect to jdbc:h2:tcp://localhost:1/app: ")
                .contains("Connection refused")
                .doesNotContain("tr0ub4dor");
        assertThat(told.hints()).isNotEmpty();
    }

    /** One that is stuck, or a port behind which something else listens. */
    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://localhost:%d/app", "jdbc:h2:tcp://localhost:%d/app"})
    void aServerThatSaysNothingIsNotWaitedForForEver(String url) throws IOException {
        try (ServerSocket deaf = new ServerSocket(0)) {
            String there = url.formatted(deaf.getLocalPort());
            assertThatThrownBy(() ->
                            new ConnectTimeout(Duration.ofSeconds(1)).await(() -> DriverManager.getConnection(there)))
                    .isInstanceOf(SQLTimeoutException.class)
                    .hasMessage("the server did not answer within 1 s");
        }
    }

    @Test
    void aDriverThatNobodyHas() {
        assertThat(refused(at("jdbc:oracle:thin:@x", null, null)).code()).isEqualTo(Code.DRIVER_MISSING);
    }

    private static Connections at(
            String url,
            @org.jspecify.annotations.Nullable String user,
            @org.jspecify.annotations.Nullable Secret password) {
        return new Connections(new ConnectionSettings(new ConnectionUrl(url), user, password));
    }

    private static Diagnostic refused(Connections connections) {
        try (connections) {
            connections.read();
        } catch (DiagnosticException e) {
            return e.diagnostics().getFirst();
        }
        throw new AssertionError("it let us in");
    }
}
