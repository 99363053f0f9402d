package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract against a MySQL or MariaDB of whoever runs the tests: {@code MIG_TEST_MYSQL_URL} leads, with user and
 * password, to a database that may be dropped, as may the databases that the golden files make.
 */
@EnabledIfEnvironmentVariable(named = "MIG_TEST_MYSQL_URL", matches = ".+")
class MysqlAtUrlTest extends DatabaseContract {
    @Override
    TestDatabase database() {
        ConnectionSettings access =
                new ConnectionSettings(new ConnectionUrl(System.getenv("MIG_TEST_MYSQL_URL")), null, null);
        try (Connections connections = new Connections(access);
                Connection connection = connections.run()) {
            return new TestMysql(access, DatabaseDetection.answering(connection, Database.MYSQL));
        } catch (SQLException e) {
            throw new IllegalStateException("which server answers at MIG_TEST_MYSQL_URL cannot be told", e);
        }
    }
}
