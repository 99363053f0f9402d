package dev.mig.entities.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.diff.SchemaText;
import dev.mig.diff.StatementTree;
import dev.mig.entities.EntityMapping.Request;
import dev.mig.entities.EntityMapping.Server;
import dev.mig.entities.EntityMapping.Wanted;
import dev.mig.files.ClassPath;
import dev.mig.files.DisplayNames;
import dev.mig.model.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shop on each database: what is read of it, and beside it Hibernate's own script for the same entities, with which
 * a test elsewhere fills a database and finds no difference.
 */
class ShopTest {
    private static final Path GOLDEN = Path.of("src/test/resources/shop");
    private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

    private static final Map<Database, String> VERSIONS = Map.of(
            Database.H2, "2.5",
            Database.POSTGRESQL, "18.6",
            Database.MARIADB, "11.4",
            Database.MYSQL, "8.4",
            Database.SQLITE, "3.54");

    static Stream<Database> databases() {
        return VERSIONS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void readsTheShop(Database database) throws IOException {
        Wanted wanted = new HibernateMapping().read(request(database));

        StatementTree tree = new StatementTree(database);
        String firstRows = wanted.firstRows().stream()
                .map(it -> "\n" + tree.text(it) + "\n")
                .collect(Collectors.joining());
        golden(database.word() + ".mig", SchemaText.of(wanted.schema(), database) + firstRows);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void hibernatesOwnScript(Database database) throws IOException {
        Path script = Files.createTempFile("shop", ".sql");
        HibernateMapping.booted(request(database), metadata -> {
            export(metadata, script);
            return "";
        });
        golden(database.word() + ".sql", Files.readString(script));
    }

    @Test
    void noGoldenFileIsForgotten() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(databases()
                            .flatMap(it -> Stream.of(it.word() + ".mig", it.word() + ".sql"))
                            .toList());
        }
    }

    private static void export(Metadata metadata, Path script) {
        SchemaManagementToolCoordinator.process(
                metadata,
                metadata.getDatabase().getServiceRegistry(),
                Map.of(
                        "jakarta.persistence.schema-generation.scripts.action",
                        "create",
                        "jakarta.persistence.schema-generation.scripts.create-target",
                        script.toString(),
                        "hibernate.hbm2ddl.delimiter",
                        ";"),
                drops -> {});
    }

    private static Request request(Database database) {
        List<String> classes = ClassPath.of(
                        List.of(Path.of("target/test-classes")),
                        new DisplayNames(Path.of("").toAbsolutePath()))
                .below("example.shop.before")
                .entrySet()
                .stream()
                .filter(it -> it.getValue().contains("Ljakarta/persistence/"))
                .map(Map.Entry::getKey)
                .toList();
        return new Request(
                classes,
                List.of(),
                ShopTest.class.getClassLoader(),
                new Server(database, VERSIONS.get(database), null),
                Map.of(
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"));
    }

    private static void golden(String name, String actual) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (REWRITE) {
            Files.writeString(file, actual);
        }
        assertThat(file).exists();
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
