package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lock of a Galera cluster, on one node that is none: what it does there is what it does anywhere. */
class LeasedRowTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final TestDatabase database = TestMysql.embedded();
    private final Connections connections = new Connections(database.access());

    @BeforeEach
    void journal() throws SQLException {
        try (Connection connection = connections.run()) {
            database.clear(connection);
            JournalWriter.create(connection, OwnTables.DEFAULT, database.dialect());
        }
    }

    @AfterEach
    void disconnect() {
        connections.close();
    }

    @Test
    void oneIsTheWriterUntilItGivesUp() throws Exception {
        List<LockHolder> seen = new ArrayList<>();
        try (LeasedRow first = take(LONG, RunListener.SILENT)) {
            first.requireHeld();
            RunListener listener = new RunListener() {
                @Override
                public void waiting(LockHolder holder) {
                    seen.add(holder);
                }
            };
            assertThatThrownBy(() -> take(LONG, listener))
                    .isInstanceOf(DiagnosticException.class)
                    .hasMessageContaining("another run is writing to this database: ann@desk");
        }
        assertThat(seen).isNotEmpty();
        try (LeasedRow second = take(LONG, RunListener.SILENT)) {
            second.requireHeld();
        }
    }

    @Test
    void aLeaseThatHasRunOutIsAnybodysAndIsNoticed() throws Exception {
        LeasedRow first = take(Duration.ofMillis(300), RunListener.SILENT);
        // As if it had not been able to renew it for long.
        try (Connection connection = connections.run();
                Statement statement = connection.createStatement()) {
            statement.execute("update mig_journal set progress = 'somebody', started_at = '2001-01-01' where id = -1");
        }
        try (LeasedRow second = take(LONG, RunListener.SILENT)) {
            second.requireHeld();
            assertThatThrownBy(() -> {
                        while (true) {
                            first.requireHeld();
                            Thread.sleep(10);
                        }
                    })
                    .hasMessageContaining("has run out");
            first.close();
            // What was given up was not the lease of the other.
            second.requireHeld();
            assertThatThrownBy(() -> take(LONG, RunListener.SILENT)).isInstanceOf(DiagnosticException.class);
        }
    }

    @Test
    void aServerThatIsInNoClusterNeedsNone() throws SQLException {
        try (Connection connection = connections.run();
                Statement statement = connection.createStatement()) {
            assertThat(LeasedRow.isNeeded(connection)).isFalse();
            assertThat(statement.execute("select 1")).isTrue();
        }
    }

    private LeasedRow take(Duration lease, RunListener listener) throws SQLException, InterruptedException {
        LockWait lockWait = new LockWait(ContractPart.OPERATOR, Duration.ofMillis(250), listener);
        return LeasedRow.take(connections, OwnTables.DEFAULT, database.dialect().style(), lockWait, lease);
    }
}
