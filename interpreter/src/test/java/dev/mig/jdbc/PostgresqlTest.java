package dev.mig.jdbc;

import org.junit.jupiter.api.Nested;

class PostgresqlTest extends DatabaseContract {
    private static final TestDatabase DATABASE = TestPostgres.create();

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    /** What only a server has: programs that are stored in it. */
    @Nested
    class RealSchema extends RealSchemaContract {
        RealSchema() {
            super(PostgresqlTest.this.database());
        }
    }
}
