package dev.mig.jdbc;

import dev.mig.model.Database;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** H2, however it is reached. */
abstract class H2Contract extends DatabaseContract {
    @Override
    Dialect dialect() {
        return Revisions.dialect(Database.H2);
    }

    @Override
    void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop all objects");
        }
    }

    @Override
    SchemaSnapshot snapshot() {
        return SchemaSnapshot.H2;
    }

    @Override
    String slow() {
        return "  sql \"\"\" insert into authors select count(*) from system_range(1, 1000000000) a,"
                + " system_range(1, 1000) b \"\"\" reverse nothing";
    }
}
