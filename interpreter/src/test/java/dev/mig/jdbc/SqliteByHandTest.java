package dev.mig.jdbc;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class SqliteByHandTest extends ByHandContract {
    @TempDir
    static Path folder = Path.of("");

    SqliteByHandTest() {
        // What a crash would do is tested elsewhere.
        super(TestSqlite.at("jdbc:sqlite:" + file() + "?synchronous=OFF"));
    }

    private static Path file() {
        return folder.resolve("by_hand.db");
    }

    @Override
    Optional<Client> client() {
        return CommandLineClient.onPath("sqlite3")
                .map(it ->
                        new CommandLineClient(List.of(it.toString(), "-batch", "-bail", file().toString()), Map.of()));
    }
}
