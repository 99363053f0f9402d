package dev.mig.jdbc;

class SqliteKilledTest extends KilledContract {
    @Override
    TestDatabase database() {
        return TestSqlite.at("jdbc:sqlite:" + folder.resolve("app.db"));
    }
}
