package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import dev.mig.script.ScriptStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A process of its own that upgrades a database in a file, tells each step that is done, and waits to be killed. */
final class KilledRun {
    private static final int REVISIONS = 400;

    private KilledRun() {}

    static Process start(ConnectionSettings access, Path output) throws IOException {
        Files.writeString(output, "");
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        access.url().text()))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static Revisions revisions() {
        Revisions revisions = Revisions.none();
        for (int i = 1; i <= REVISIONS; i++) {
            revisions.add(
                    "r" + i,
                    "upgrade {\n  create table t" + i + " { id bigint }\n  create table u" + i + " { id bigint }\n}");
        }
        return revisions;
    }

    static Set<String> tables(Connections connections) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = connections.read().orElseThrow();
                ResultSet found = connection.getMetaData().getTables(null, null, "%", null)) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME").toUpperCase(Locale.ROOT));
            }
        }
        return tables;
    }

    public static void main(String[] words) throws Exception {
        ConnectionUrl url = new ConnectionUrl(words[0]);
        Dialect dialect = Revisions.dialect(url.database().orElseThrow());
        Connections connections = new Connections(new ConnectionSettings(url, null, null));
        RunListener teller = new RunListener() {
            @Override
            public void stepDone(ScriptStep step, long millis) {
                System.out.println(step.revision());
            }
        };
        JdbcRunner runner = JdbcRunner.open(
                connections,
                OwnTables.DEFAULT,
                dialect,
                new Operator("ann", "desk", ProcessHandle.current().pid(), "mig"),
                RunOptions.DEFAULT,
                teller);
        runner.run(revisions().upgrade(runner.rows(), "head", dialect), it -> null);
        Thread.sleep(60_000);
        runner.close();
    }
}
