package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.connection.ConnectionUrl;
import dev.mig.jdbc.inspect.Inspector;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class H2MemoryTest extends DatabaseContract {
    @Override
    TestDatabase database() {
        return new TestH2(new ConnectionSettings(new ConnectionUrl("jdbc:h2:mem:contract"), null, null));
    }

    @Test
    void theTextOfAMaterializedViewIsRead() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (a integer)");
            statement.execute("create materialized view \"o\"\"dd\" as select a as b from t");

            assertThat(Inspector.of(Database.H2)
                            .inspect(connection, Scope.EVERYTHING)
                            .views())
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.materialized()).isTrue();
                        assertThat(it.query()).isEqualTo("select a as b from t");
                    });
        }
    }
}
