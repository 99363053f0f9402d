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

/** The table in {@code DATABASES.md} matches the dialects; {@code -Dgolden.rewrite=true} rewrites it. */
class SupportTableTest {
    private static final Path PAGE = Path.of("DATABASES.md");
    private static final List<Database> DATABASES =
            List.of(Database.POSTGRESQL, Database.MYSQL, Database.MARIADB, Database.SQLITE, Database.H2);
    private static final String HEAD = "| statement | PostgreSQL | MySQL | MariaDB | SQLite | H2 |\n";

    @Test
    void thePageShowsIt() throws IOException {
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        int start = page.indexOf(HEAD);
        assertThat(start).isPositive();
        int end = page.indexOf("\n\n", start) + 1;
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(PAGE, page.substring(0, start) + table() + page.substring(end));
        } else {
            assertThat(page.substring(start, end)).isEqualTo(table());
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
