package dev.mig.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SqliteMemoryTest extends DatabaseContract {
    private static final String URL = "jdbc:sqlite:file:contract?mode=memory&cache=shared";

    /** The database is there as long as somebody has it open. */
    private static Connection kept;

    @BeforeAll
    static void open() throws SQLException {
        kept = DriverManager.getConnection(URL);
    }

    @AfterAll
    static void close() throws SQLException {
        kept.close();
    }

    @Override
    TestDatabase database() {
        return TestSqlite.at(URL);
    }
}
