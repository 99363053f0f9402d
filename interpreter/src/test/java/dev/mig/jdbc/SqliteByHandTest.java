package dev.mig.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        try {
            new ProcessBuilder("sqlite3", "--version")
                    .redirectErrorStream(true)
                    .start()
                    .getInputStream()
                    .readAllBytes();
        } catch (IOException none) {
            return Optional.empty();
        }
        return Optional.of(script -> {
            Process sqlite3 = new ProcessBuilder("sqlite3", "-batch", "-bail", file().toString())
                    .redirectInput(script.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(sqlite3.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return sqlite3.waitFor() == 0 ? "" : said;
        });
    }
}
