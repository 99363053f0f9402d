package dev.mig.jdbc;

class PostgresqlTest extends DatabaseContract {
    private static final TestDatabase DATABASE = TestPostgres.create();

    @Override
    TestDatabase database() {
        return DATABASE;
    }
}
