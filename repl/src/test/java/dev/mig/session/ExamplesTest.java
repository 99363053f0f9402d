package dev.mig.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.session.CommandLineSession.Result;
import dev.mig.source.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every project under {@code migrations-examples} goes from base to its heads and back, a revision at a time. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("../migrations-examples");
    private static final Pattern OWN_TABLES = Pattern.compile("alembic_version|mig_journal", Pattern.CASE_INSENSITIVE);
    private static final Pattern REVISION = Pattern.compile("\"revision\":\"([^\"]+)\"");

    @TempDir
    private Path folder;

    static List<String> examples() throws IOException {
        try (Stream<Path> projects = Files.list(EXAMPLES)) {
            return projects.filter(it -> Files.exists(it.resolve("migrate.toml")))
                    .map(it -> it.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(examples()).contains("bookshop", "branches", "polyglot");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyRevisionComesBackToTheSchemaBeforeIt(String example) throws Exception {
        CommandLineSession session = project(example);
        List<String> revisions = revisions(session.migrate("upgrade", "heads", "--dry-run", "--json"));
        List<String> schemas = new ArrayList<>();

        schemas.add(schema());
        for (String revision : revisions) {
            assertThat(revisions(session.migrate("upgrade", revision, "--json")))
                    .containsExactly(revision);
            schemas.add(schema());
        }
        for (int at = revisions.size() - 1; at >= 0; at--) {
            assertThat(takenBack(session, revisions.get(at))).containsExactly(revisions.get(at));
            assertThat(schema()).as("schema without " + revisions.get(at)).isEqualTo(schemas.get(at));
        }
        assertThat(session.migrate("upgrade", "heads").err()).isEmpty();
        assertThat(schema()).as("schema of one run").isEqualTo(schemas.getLast());
        assertThat(session.migrate("downgrade", "base").err()).isEmpty();
        assertThat(schema()).as("schema at base").isEqualTo(schemas.getFirst());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isValidAndFormatted(String example) throws IOException {
        CommandLineSession session = project(example);

        assertThat(session.migrate("validate").err()).isEmpty();
        assertThat(session.migrate("fmt", "--check").exit()).isEqualTo(Exit.OK);
    }

    /** One step back, on the branch of the revision where there are several rows. */
    private static List<String> takenBack(CommandLineSession session, String revision) {
        Result result = session.migrate("downgrade", "-1", "--json");
        if (result.exit() != Exit.USAGE) {
            return revisions(result);
        }
        String branch = Pattern.compile("\"onBranches\":\\[\"([^\"]+)\"")
                .matcher(session.migrate("show", revision, "--json").out())
                .results()
                .map(it -> it.group(1))
                .findFirst()
                .orElseThrow();
        return revisions(session.migrate("downgrade", branch + "@-1", "--json"));
    }

    private static List<String> revisions(Result result) {
        assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(Exit.OK);
        return REVISION.matcher(result.out())
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();
    }

    /** A copy without what somebody's own runs left in the folder. */
    private CommandLineSession project(String example) throws IOException {
        Path from = EXAMPLES.resolve(example);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(it -> !it.startsWith(from.resolve("data")))
                    .toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return new CommandLineSession(folder);
    }

    /** What H2 would write to make the schema again, the tool's own tables left out. */
    private String schema() throws IOException, SQLException {
        List<String> statements = new ArrayList<>();
        try (Stream<Path> databases =
                Files.exists(folder.resolve("data")) ? Files.list(folder.resolve("data")) : Stream.empty()) {
            for (Path database :
                    databases.filter(it -> it.toString().endsWith(".mv.db")).toList()) {
                String url = "jdbc:h2:" + database.toString().replaceFirst("\\.mv\\.db$", "");
                try (Connection connection = DriverManager.getConnection(url, "sa", "");
                        Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SCRIPT NODATA NOPASSWORDS NOSETTINGS")) {
                    while (rows.next()) {
                        statements.add(rows.getString(1));
                    }
                }
            }
        }
        return String.join(
                "\n",
                statements.stream()
                        .filter(it -> !it.startsWith("--") && !it.contains("CREATE USER"))
                        .filter(it -> !OWN_TABLES.matcher(it).find())
                        .map(ExamplesTest::levelled)
                        .sorted()
                        .toList());
    }

    /** Without what rows leave behind, and with the columns sorted: one that comes back comes back as the last. */
    private static String levelled(String statement) {
        return String.join(
                "\n",
                statement
                        .replaceAll(" RESTART WITH \\d+", "")
                        .lines()
                        .map(it -> it.replaceFirst(",\\s*$", ""))
                        .sorted()
                        .toList());
    }
}
