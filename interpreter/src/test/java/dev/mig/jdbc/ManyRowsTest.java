package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import dev.mig.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rows pass through a script in a process that has no room for them, also where each is changed on the way:
 * a driver then has to take in what its connection is still sending.
 */
class ManyRowsTest {
    private static final String HEAP = "-Xmx64m";

    @TempDir
    static Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB", "SQLITE"})
    void passThrough(Database database) throws Exception {
        Path told = folder.resolve(database.word() + ".out");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyRowsTest.class.getName(),
                        url(database),
                        rows(database)))
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();

        assertThat(process.waitFor()).as(() -> read(told)).isZero();
        assertThat(read(told)).endsWith("25000 rows, 312487500, 10 changed\n");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String url(Database database) {
        return switch (database) {
            case POSTGRESQL -> TestPostgres.create().access().url().text();
            case MARIADB -> MariadbServer.url("many") + "&user=root";
            case SQLITE -> "jdbc:sqlite:" + folder.resolve("many.db");
            default -> "jdbc:h2:file:" + folder.resolve("many");
        };
    }

    /** A query of more rows than the heap holds. */
    private static String rows(Database database) {
        return switch (database) {
            case POSTGRESQL -> "select x as id, repeat('x', 4000) as t from generate_series(0, 24999) as x";
            case MARIADB -> "select seq as id, repeat('x', 4000) as t from seq_0_to_24999";
            case SQLITE ->
                "with recursive r (id) as (select 0 union all select id + 1 from r where id < 24999)"
                        + " select id, printf('%4000s', 'x') as t from r";
            default -> "select x as id, repeat('x', 4000) as t from system_range(0, 24999)";
        };
    }

    public static void main(String[] words) {
        ConnectionUrl url = new ConnectionUrl(words[0]);
        Dialect dialect = Revisions.dialect(url.database().orElseThrow());
        Revisions revisions = Revisions.none().whole("a1", new Source("a1.js", """
                // revision a1
                export function upgrade(op) {
                  op.createTable('told', t => { t.column('id', 'bigint'); t.column('line', 'text') })
                  op.run(db => {
                    let seen = 0, sum = 0
                    for (const { id, t } of db.query(`%s`)) {
                      if (id %% 2500 === 1250) db.execute('insert into told (id) values (?)', id)
                      if (t.length === 4000) { seen++; sum += id }
                    }
                    const [{ n }] = db.query('select count(*) as n from told')
                    db.insert('told', { line: `${seen} rows, ${sum}, ${n} changed` })
                  })
                }
                """.formatted(words[1])));
        try (Connections connections = new Connections(new ConnectionSettings(url, null, null));
                JdbcRunner runner = JdbcRunner.open(
                        connections,
                        OwnTables.DEFAULT,
                        dialect,
                        new Operator("ann", "desk", 42, "mig"),
                        RunOptions.DEFAULT,
                        RunListener.SILENT)) {
            Outcome outcome = runner.run(revisions.upgrade(runner.rows(), "head", dialect), it -> null);
            if (outcome instanceof Outcome.Stopped stopped) {
                System.out.println(stopped.why().message());
            }
            try (var connection = connections.run();
                    var statement = connection.createStatement();
                    var found = statement.executeQuery("select line from told where line is not null")) {
                while (found.next()) {
                    System.out.println(found.getString(1));
                }
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
