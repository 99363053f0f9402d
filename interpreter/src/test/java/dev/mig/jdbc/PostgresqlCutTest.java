package dev.mig.jdbc;

class PostgresqlCutTest extends CutContract {
    private static final TestDatabase DATABASE = TestPostgres.create();

    @Override
    TestDatabase database() {
        return DATABASE;
    }
}
