package dev.mig.jdbc;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class SqliteByHandTest extends ByHandContract {
    @TempDir
    static Path folder = Path.of("");

    SqliteByHandTest() {
        super(TestSqlite.at("jdbc:sqlite:" + folder.resolve("by_hand.db")));
    }

    @Override
    Optional<Client> client() {
        return Optional.empty();
    }
}
