package dev.mig.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest extends DatabaseContract {
    @TempDir
    static Path folder = Path.of("");

    @Override
    TestDatabase database() {
        return TestSqlite.at("jdbc:sqlite:" + folder.resolve("contract.db"));
    }
}
