package dev.mig.jdbc;

class PostgresqlKilledTest extends KilledContract {
    private static final TestDatabase DATABASE = TestPostgres.create();

    @Override
    TestDatabase database() {
        return DATABASE;
    }
}
