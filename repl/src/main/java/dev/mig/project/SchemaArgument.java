package dev.mig.project;

import dev.mig.connection.ConnectionUrl;
import dev.mig.revision.Target;
import java.nio.file.Path;
import java.util.Locale;

/** A command-line argument that names a schema. */
public sealed interface SchemaArgument {
    String HELP =
            "\"database\", \"schema.mig\" or another such file, \"entities\", a revision, \"base\" for nothing, or a"
                    + " JDBC URL";

    /** The project's database as it is. */
    record Live() implements SchemaArgument {}

    /** @param path absolute */
    record InFile(Path path) implements SchemaArgument {}

    /** The schema of the configured JPA entities. */
    record Entities() implements SchemaArgument {}

    /** Another database. */
    record Elsewhere(ConnectionUrl url) implements SchemaArgument {}

    /** The schema that a revision and its ancestors leave behind. */
    record After(String word, Target target) implements SchemaArgument {}

    static SchemaArgument parse(Project project, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals("database")) {
            return new Live();
        }
        if (lower.startsWith("jdbc:")) {
            return new Elsewhere(new ConnectionUrl(word).resolvedAgainst(project.directory()));
        }
        if (lower.equals("schema.mig")) {
            return new InFile(project.configuration().schemaFile());
        }
        if (lower.equals("entities") && hasEntities(project)) {
            return new Entities();
        }
        if (lower.endsWith(".mig")) {
            return new InFile(project.directory().resolve(word).normalize());
        }
        return new After(word, FileTarget.parse(word));
    }

    /** The project's entities, if configured, else its schema file. */
    static SchemaArgument wanted(Project project) {
        return hasEntities(project)
                ? new Entities()
                : new InFile(project.configuration().schemaFile());
    }

    private static boolean hasEntities(Project project) {
        return !project.configuration().autogenerate().entities().packages().isEmpty();
    }
}
