package dev.mig.files.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mig.model.Database;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Exit;
import dev.mig.source.Palette;
import dev.mig.source.Snippet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
    @TempDir
    private Path temporary = Path.of("");

    private Path folder = Path.of("");
    private final Map<String, String> variables = new HashMap<>();
    private Flags flags = Flags.NONE;

    @BeforeEach
    void standInAFolder() throws IOException {
        folder = Files.createDirectories(temporary.toRealPath().resolve("shop"));
    }

    @Test
    void withoutAnythingTheDatabaseLiesInTheFolder() {
        Configuration read = read();

        assertThat(read.file()).isNull();
        assertThat(read.connection().url().text()).isEqualTo("jdbc:h2:" + folder + "/data/app");
        assertThat(read.migrations().locations()).containsExactly(folder.resolve("migrations"));
        assertThat(read.migrations().versionTable()).isEqualTo("alembic_version");
        assertThat(read.migrations().transaction()).isEqualTo(Configuration.Transaction.PER_REVISION);
        assertThat(read.javascript().cpuTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(read.connection().password().fetch()).isNull();
        assertThat(read.shown()).extracting(Configuration.Shown::origin).containsOnly("default");
    }

    @Test
    void entitiesComeWithAClassPathAndSettings() {
        write("migrate.toml", """
                [autogenerate]
                entities = "com.shop"
                class_path = ["target/classes", "lib/*", "lib/*.jar", "one.jar"]
                hibernate.default_schema = "shop"
                hibernate.globally_quoted_identifiers = true
                hibernate.connection.password = "hush"
                """);

        Configuration read = read();

        assertThat(read.autogenerate().entities())
                .isEqualTo(new Configuration.Entities(
                        List.of("com.shop"),
                        List.of(
                                folder.resolve("target/classes"),
                                folder.resolve("lib"),
                                folder.resolve("lib"),
                                folder.resolve("one.jar")),
                        Map.of(
                                "default_schema", "shop",
                                "globally_quoted_identifiers", "true",
                                "connection.password", "hush")));
        assertThat(read.shown())
                .contains(
                        new Configuration.Shown("autogenerate.hibernate.connection.password", "***", "migrate.toml:4"));
    }

    @Test
    void settingsOfHibernateComeFromTheEnvironmentToo() {
        variables.put("MIGRATE_AUTOGENERATE_HIBERNATE", "default_schema=shop, dialect = a.B");

        assertThat(read().autogenerate().entities().settings())
                .isEqualTo(Map.of("default_schema", "shop", "dialect", "a.B"));
    }

    @Test
    void theFileIsFoundInAParentAndItsPathsHangOnIt() {
        write("migrate.toml", """
                url = "jdbc:h2:./db"
                password_file = "secret.txt"
                [migrations]
                locations = ["a", "../b"]
                """);
        write("secret.txt", "s3cret\n");
        Path deep = mkdirs("src/main");

        Configuration read = ConfigurationReader.read(new Invocation(deep, variables), flags);

        assertThat(read.home()).isEqualTo(folder);
        assertThat(read.connection().url().text()).isEqualTo("jdbc:h2:" + folder + "/db");
        assertThat(read.migrations().locations())
                .containsExactly(
                        folder.resolve("a"),
                        Objects.requireNonNull(folder.getParent()).resolve("b"));
        assertThat(Objects.requireNonNull(read.connection().password().fetch()).reveal())
                .isEqualTo("s3cret");
    }

    @Test
    void theStrongerPlaceWins() {
        write("migrate.toml", """
                user = "top"
                [env.prod]
                user = "env"
                """);
        assertThat(origin("user")).isEqualTo("top migrate.toml:1");

        flags = new Flags(null, "prod", null, null, Map.of());
        assertThat(origin("user")).isEqualTo("env migrate.toml:3 [env.prod]");

        write(".env", "# ours\nMIGRATE_USER='dot env'\n");
        assertThat(origin("user")).isEqualTo("dot env .env:2");

        variables.put("MIGRATE_USER", "");
        assertThat(origin("user")).isEqualTo("dot env .env:2");

        variables.put("MIGRATE_USER", "process");
        assertThat(origin("user")).isEqualTo("process MIGRATE_USER");

        flags = new Flags(null, "prod", null, "flag", Map.of());
        assertThat(origin("user")).isEqualTo("flag --user");
    }

    @Test
    void theEnvironmentIsChosenByAVariableToo() {
        write("migrate.toml", "[env.prod]\nprotected = true\nmigrations.version_table = \"v\"\n");
        variables.put("MIGRATE_ENV", "prod");

        Configuration read = read();

        assertThat(read.environment()).isEqualTo("prod");
        assertThat(read.connection().isProtected()).isTrue();
        assertThat(read.migrations().versionTable()).isEqualTo("v");
    }

    @Test
    void aUrlFromOutsideTheFileHangsOnTheWorkingDirectory() {
        write("migrate.toml", "");
        Path deep = mkdirs("deep");
        variables.put("MIGRATE_URL", "jdbc:h2:./x");
        assertThat(ConfigurationReader.read(new Invocation(deep, variables), flags)
                        .connection()
                        .url()
                        .text())
                .isEqualTo("jdbc:h2:" + deep + "/x");

        flags = new Flags(null, null, "jdbc:sqlite:y.db", null, Map.of());
        assertThat(ConfigurationReader.read(new Invocation(folder, Path.of("deep"), variables), flags)
                        .connection()
                        .url()
                        .text())
                .isEqualTo("jdbc:sqlite:" + deep + "/y.db");
    }

    @Test
    void variablesAreLaidOverEachOtherOneByOne() {
        write("migrate.toml", """
                [vars]
                tenant = "main"
                size = 3
                api_token = "t0ken"
                [env.prod.vars]
                tenant = "prod"
                """);
        flags = new Flags(null, "prod", null, null, Map.of("colour", "red"));

        Configuration read = read();

        assertThat(read.variables())
                .containsOnly(
                        Map.entry("tenant", "prod"),
                        Map.entry("size", "3"),
                        Map.entry("colour", "red"),
                        Map.entry("api_token", "t0ken"));
        assertThat(origin("vars.tenant")).isEqualTo("prod migrate.toml:6 [env.prod]");
        assertThat(origin("vars.api_token")).isEqualTo("*** migrate.toml:4");
    }

    @Test
    void theEnvironmentsPasswordReplacesThatOfTheTopWhateverItsKind() {
        write("migrate.toml", """
                password = "top-secret"
                [env.prod]
                password_command = "echo from-command"
                [env.ci]
                password_env = "DB_PASSWORD"
                """);
        assertThat(password()).isEqualTo("top-secret");
        assertThat(origin("password")).isEqualTo("*** migrate.toml:1");

        flags = new Flags(null, "prod", null, null, Map.of());
        assertThat(password()).isEqualTo("from-command");
        assertThat(origin("password_command")).isEqualTo("echo from-command migrate.toml:3 [env.prod]");

        flags = new Flags(null, "ci", null, null, Map.of());
        write(".env", "DB_PASSWORD=\"from dot env\"");
        assertThat(password()).isEqualTo("from dot env");

        variables.put("MIGRATE_PASSWORD", "from process");
        assertThat(password()).isEqualTo("from process");
    }

    @Test
    void aPasswordThatIsNotThereIsFoundOutWhenItIsFetched() {
        write(
                "migrate.toml",
                "password_env = \"NOBODY\"\n[env.a]\npassword_file = \"none\"\n[env.b]\npassword_command = \"exit 3\"\n");

        assertThat(refused(() -> read().connection().password().fetch())).contains("\"NOBODY\"", "migrate.toml:1:16");
        flags = new Flags(null, "a", null, null, Map.of());
        assertThat(refused(() -> read().connection().password().fetch()))
                .contains("cannot be read", "migrate.toml:3:17");
        flags = new Flags(null, "b", null, null, Map.of());
        assertThat(refused(() -> read().connection().password().fetch())).contains("exit code 3", "migrate.toml:5:20");
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsPlaceAndTheWayOut() {
        write("migrate.toml", """
                urll = "jdbc:h2:./db"
                locations = ["x"]
                protected = "yes"
                password = 7

                [migrations]
                version_tabel = "v"
                transaction = "one"
                url = "jdbc:h2:./db"
                template = "{slug}_{nr}"
                [migration]
                [env]
                prod = 3
                [env.dev.javascript]
                cpu_time = 5
                colour = "red"
                """);

        assertThat(refused(this::read)).isEqualTo("""
                error[MIG-302]: unknown key "urll"
                  ┌ migrate.toml:1:1
                1 │ urll = "jdbc:h2:./db"
                  │ ━━━━
                  = help: did you mean "url"?
                error[MIG-302]: unknown key "locations"
                  ┌ migrate.toml:2:1
                2 │ locations = ["x"]
                  │ ━━━━━━━━━
                  = help: "locations" belongs below [migrations]
                error[MIG-303]: "protected" wants true or false
                  ┌ migrate.toml:3:13
                3 │ protected = "yes"
                  │             ━━━━━
                error[MIG-303]: "password" wants a text in quotes
                  ┌ migrate.toml:4:12
                4 │ password = *
                  │            ━
                error[MIG-302]: unknown key "version_tabel" in [migrations]
                  ┌ migrate.toml:7:1
                7 │ version_tabel = "v"
                  │ ━━━━━━━━━━━━━
                  = help: did you mean "version_table"?
                error[MIG-303]: "migrations.transaction" wants "per-revision" or "all"
                  ┌ migrate.toml:8:15
                8 │ transaction = "one"
                  │               ━━━━━
                error[MIG-302]: unknown key "url" in [migrations]
                  ┌ migrate.toml:9:1
                9 │ url = "jdbc:h2:./db"
                  │ ━━━
                  = help: "url" belongs to the top of the file, before the first [table], or to an [env.NAME]
                error[MIG-303]: a template knows {date}, {id} and {slug}, not {nr}
                   ┌ migrate.toml:10:12
                10 │ template = "{slug}_{nr}"
                   │            ━━━━━━━━━━━━━
                   = help: template = "{date}_{id}_{slug}"
                error[MIG-302]: unknown key "migration"
                   ┌ migrate.toml:11:1
                11 │ [migration]
                   │ ━━━━━━━━━━━
                   = help: did you mean "migrations"?
                error[MIG-303]: "env.prod" wants a table: write [env.prod] on a line of its own and its keys below
                   ┌ migrate.toml:13:8
                13 │ prod = 3
                   │        ━
                error[MIG-303]: "env.dev.javascript.cpu_time" wants a time with its unit, like "500ms", "30s" or "10min"
                   ┌ migrate.toml:15:12
                15 │ cpu_time = 5
                   │            ━
                error[MIG-302]: unknown key "colour" in [javascript]
                   ┌ migrate.toml:16:1
                16 │ colour = "red"
                   │ ━━━━━━
                   = help: the keys in [javascript] are cpu_time, run_cpu_time""");
    }

    @Test
    void whatIsNoTomlIsShownWithoutItsSecrets() {
        write("migrate.toml", "password = \"s3cret\nurl = \"jdbc:postgresql://a:pw7@db/x\" y\n");

        assertThat(refused(this::read))
                .contains("MIG-301", "migrate.toml:1:", "migrate.toml:2:")
                .doesNotContain("s3cret")
                .doesNotContain("pw7");
    }

    @Test
    void aWrongEnvironmentOrFileIsRefused() {
        flags = new Flags(null, "prod", null, null, Map.of());
        assertThat(refused(this::read)).contains("no environment \"prod\"", "there is no migrate.toml");

        write("migrate.toml", "[env.production]\n[env.test]\n");
        assertThat(refused(this::read)).contains("did you mean \"production\"?");

        flags = new Flags("other.toml", null, null, null, Map.of());
        assertThat(refused(this::read)).contains("no configuration file \"other.toml\"");
    }

    @Test
    void wrongVariablesAndUrlsNameTheirOrigin() {
        variables.put("MIGRATE_PROTECTED", "perhaps");
        variables.put("MIGRATE_URL", "postgresql+psycopg2://ann:pw@db/app");

        assertThat(refused(this::read)).isEqualTo("""
                error[MIG-303]: MIGRATE_PROTECTED wants true or false
                error[MIG-303]: the URL does not begin with jdbc: (url comes from MIGRATE_URL)
                  = help: perhaps jdbc:postgresql://ann:***@db/app""");
    }

    @Test
    void theDatabasesOfAllEnvironmentsAreKnown() {
        write("migrate.toml", """
                [env.prod]
                url = "jdbc:postgresql://db/app"
                [env.test]
                url = "jdbc:oracle:thin:@db"
                [env.dev]
                user = "ann"
                """);

        assertThat(read().databases()).containsExactly(Database.H2, Database.POSTGRESQL);
    }

    @Test
    void aPasswordSaidTwiceInOnePlaceIsRefused() {
        write("migrate.toml", "password_env = \"A\"\npassword_file = \"b\"\n");

        assertThat(refused(this::read)).contains("said twice: by \"password_env\" and by \"password_file\"", ":2:17");
    }

    @Test
    void bomAndCrlfChangeNothing() {
        write("migrate.toml", "\uFEFFuser = \"ann\"\r\n[migrations]\r\nversion_table = \"v\"\r\n");
        write(".env", "MIGRATE_VERSION_TABLE_SCHEMA=ops\r\n");

        assertThat(origin("user")).isEqualTo("ann migrate.toml:1");
        assertThat(read().migrations().versionTable()).isEqualTo("v");
        assertThat(read().migrations().versionTableSchema()).isEqualTo("ops");
    }

    private Configuration read() {
        return ConfigurationReader.read(new Invocation(folder, variables), flags);
    }

    private String password() {
        return Objects.requireNonNull(read().connection().password().fetch()).reveal();
    }

    private String origin(String key) {
        return read().shown().stream()
                .filter(it -> it.key().equals(key))
                .map(it -> it.value() + " " + it.origin())
                .collect(Collectors.joining(" and "));
    }

    private static String refused(Runnable action) {
        DiagnosticException thrown = catchThrowableOfType(DiagnosticException.class, action::run);
        assertThat(thrown).isNotNull();
        assertThat(thrown.exit()).isIn(Exit.USAGE, Exit.CONNECTION);
        List<Diagnostic> sorted = thrown.diagnostics().stream()
                .sorted(DiagnosticException.BY_PLACE)
                .toList();
        return sorted.stream().map(it -> Snippet.draw(it, Palette.PLAIN)).collect(Collectors.joining("\n"));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path mkdirs(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
