package dev.mig.jdbc;

import dev.mig.model.Database;
import org.junit.jupiter.api.Nested;

/**
 * How the relatives of PostgreSQL are talked to, in the absence of any: statement by statement, behind a locked row. What
 * they are told PostgreSQL understands as well; what they would say to it, nobody here knows.
 */
class PostgresqlRelativesTest {
    private static final TestDatabase DATABASE = TestPostgres.create(Database.COCKROACHDB);

    @Nested
    class Running extends RunningContract {
        Running() {
            super(DATABASE);
        }

        /** Not a test here: another session of a cluster cannot repeat in vain what the driver asks for only once. */
        @Override
        void cancelStopsTheStatementUnderWay() {}
    }

    @Nested
    class Failing extends FailingContract {
        Failing() {
            super(DATABASE);
        }
    }

    @Nested
    class Rows extends RowsContract {
        Rows() {
            super(DATABASE);
        }
    }
}
