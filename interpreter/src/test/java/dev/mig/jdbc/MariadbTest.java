package dev.mig.jdbc;

import org.junit.jupiter.api.Nested;

class MariadbTest extends DatabaseContract {
    @Override
    TestDatabase database() {
        return TestMysql.embedded();
    }

    /** What only a server has: programs that are stored in it. */
    @Nested
    class RealSchema extends RealSchemaContract {
        RealSchema() {
            super(MariadbTest.this.database());
        }
    }
}
