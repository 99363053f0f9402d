package dev.mig.files.config;

import dev.mig.connection.ConnectionUrl;
import dev.mig.files.FileNameTemplate;
import dev.mig.model.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The effective configuration, in the structure of {@code migrate.toml}.
 *
 * @param file the {@code migrate.toml} in force; null where there is none
 * @param home the folder of that file, or else the working directory; absolute
 * @param environment the name chosen with {@code -n}; null for none
 * @param environments the names of all that there are
 * @param databases those of the URL in force and of every environment, as far as they are known here
 * @param variables what {@code ${name}} stands for: flags, then the environment's, then the file's
 * @param shown every value that is set or has a default, as {@code config show} prints it
 */
public record Configuration(
        @Nullable Path file,
        Path home,
        @Nullable String environment,
        Set<String> environments,
        Connection connection,
        Set<Database> databases,
        Migrations migrations,
        Autogenerate autogenerate,
        Javascript javascript,
        Map<String, String> variables,
        List<Shown> shown) {

    /**
     * @param url with relative files made absolute
     * @param password how to get it; asking for it may run a command
     * @param isProtected whether downgrades and losses ask for the database's name
     */
    public record Connection(ConnectionUrl url, @Nullable String user, Password password, boolean isProtected) {}

    /**
     * @param locations the folders of the history, absolute, at least one
     * @param versionTableSchema null for the connection's own
     * @param dumpSchema whether {@code schema.mig} is kept current after each upgrade
     */
    public record Migrations(
            List<Path> locations,
            FileNameTemplate template,
            String versionTable,
            @Nullable String versionTableSchema,
            Transaction transaction,
            boolean dumpSchema) {
        public Migrations {
            locations = List.copyOf(locations);
        }
    }

    /** How many revisions share a transaction where the database lets them. */
    public enum Transaction {
        PER_REVISION("per-revision"),
        ALL("all");

        private final String word;

        Transaction(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** @param include patterns of tables to look at; empty for all */
    public record Autogenerate(List<String> include, List<String> exclude, Entities entities) {
        public Autogenerate {
            include = List.copyOf(include);
            exclude = List.copyOf(exclude);
        }
    }

    /**
     * The JPA entities that say which schema is wanted.
     *
     * @param packages empty where none do
     * @param classPath folders and jars, absolute: the entities, Hibernate, and what both need
     * @param settings Hibernate's own, without the {@code hibernate.} that they begin with
     */
    public record Entities(List<String> packages, List<Path> classPath, Map<String, String> settings) {
        public Entities {
            packages = List.copyOf(packages);
            classPath = List.copyOf(classPath);
            settings = Map.copyOf(settings);
        }
    }

    /**
     * @param cpuTime for loading a revision and recording what it does
     * @param runCpuTime for one function that runs with a connection
     */
    public record Javascript(Duration cpuTime, Duration runCpuTime) {}

    /** A line of {@code config show}: no secret is in it. */
    public record Shown(String key, String value, String origin) {}

    public Configuration {
        environments = Collections.unmodifiableSet(new LinkedHashSet<>(environments));
        databases = Collections.unmodifiableSet(new LinkedHashSet<>(databases));
        variables = Map.copyOf(variables);
        shown = List.copyOf(shown);
    }

    /** The wanted schema, beside the configuration; it need not be there. */
    public Path schemaFile() {
        return home.resolve("schema.mig");
    }
}
