package dev.mig.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {
    @TempDir
    static Path folder = Path.of("");

    static TestDatabase database() {
        return TestSqlite.at("jdbc:sqlite:" + folder.resolve("contract.db"));
    }

    @Nested
    class Statements extends StatementsContract {
        Statements() {
            super(SqliteFileTest.database());
        }
    }

    @Nested
    class Running extends RunningContract {
        Running() {
            super(SqliteFileTest.database());
        }
    }

    @Nested
    class Failing extends FailingContract {
        Failing() {
            super(SqliteFileTest.database());
        }
    }

    @Nested
    class Rows extends RowsContract {
        Rows() {
            super(SqliteFileTest.database());
        }
    }

    @Nested
    class Comparing extends ComparingContract {
        Comparing() {
            super(SqliteFileTest.database());
        }
    }
}
