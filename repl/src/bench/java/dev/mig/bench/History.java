package dev.mig.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A history as long as one likes: a chain of revisions that each create one table, the same on every machine.
 *
 * <p>Numbers count from 0.
 */
public final class History {
    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    private History() {}

    /** As ids look that people get: twelve hexadecimal digits that do not count up. */
    public static String id(int number) {
        return String.format(Locale.ROOT, "%012x", ((number + 1) * 0x9E3779B97F4A7C15L) >>> 16);
    }

    public static String table(int number) {
        return "table_" + number;
    }

    static String text(int number) {
        String revises = number == 0 ? "" : "revises   " + id(number - 1) + "\n";
        return """
                revision  %s 'add %s'
                %screated   %s

                upgrade {
                  create table %s {
                    id      bigint        identity primary key
                    name    varchar(100)  not null
                    amount  decimal(12,2) not null default 0
                  }
                }

                downgrade auto
                """.formatted(
                        id(number), table(number), revises, BEGINNING.plus(Duration.ofHours(number)), table(number));
    }

    /** The same revision, written in JavaScript. */
    static String script(int number) {
        String revises = number == 0 ? "" : "// revises   " + id(number - 1) + "\n";
        return """
                // revision  %s 'add %s'
                %s// created   %s

                export function upgrade(op) {
                  op.createTable('%s', t => {
                    t.column('id', 'bigint').identity().primaryKey()
                    t.column('name', 'varchar(100)').notNull()
                    t.column('amount', 'decimal(12,2)').notNull().default(0)
                  })
                }

                export const downgrade = 'auto'
                """.formatted(
                        id(number), table(number), revises, BEGINNING.plus(Duration.ofHours(number)), table(number));
    }

    /** A project of so many revisions: a configuration and a folder of files. */
    public static void write(Path project, int revisions) throws IOException {
        write(project, revisions, "jdbc:h2:./data/app");
    }

    static void write(Path project, int revisions, String url) throws IOException {
        Files.createDirectories(project.resolve("migrations"));
        Files.writeString(project.resolve("migrate.toml"), "url = \"" + url + "\"\n");
        for (int number = 0; number < revisions; number++) {
            Files.writeString(file(project, number, "mig"), text(number));
        }
    }

    static Path file(Path project, int number, String ending) {
        return project.resolve("migrations/%06d_%s.%s".formatted(number, id(number), ending));
    }
}
