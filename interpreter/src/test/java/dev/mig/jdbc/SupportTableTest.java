package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Database;
import dev.mig.script.Revisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the README is the one that the dialects give; {@code -Dgolden.rewrite=true} writes it anew. */
class SupportTableTest {
    private static final Path README = Path.of("../README.md");
    private static final List<Database> DATABASES =
            List.of(Database.POSTGRESQL, Database.MYSQL, Database.MARIADB, Database.SQLITE, Database.H2);
    private static final String HEAD = "| statement | PostgreSQL | MySQL | MariaDB | SQLite | H2 |\n";

    @Test
    void theReadmeShowsIt() throws IOException {
        String readme = Files.readString(README).replace("\r\n", "\n");
        int start = readme.indexOf(HEAD);
        assertThat(start).isPositive();
        int end = readme.indexOf("\n\n", start) + 1;
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(README, readme.substring(0, start) + table() + readme.substring(end));
        } else {
            assertThat(readme.substring(start, end)).isEqualTo(table());
        }
    }

    private static String table() {
        return Support.ROWS.stream()
                .map(row -> "| " + row.name() + " | "
                        + DATABASES.stream()
                                .map(it -> row.on(Revisions.dialect(it)).word())
                                .collect(Collectors.joining(" | "))
                        + " |\n")
                .collect(Collectors.joining("", HEAD + "|---|---|---|---|---|---|\n", ""));
    }
}
