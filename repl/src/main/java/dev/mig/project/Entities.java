package dev.mig.project;

import dev.mig.entities.EntityMapping;
import dev.mig.entities.EntityReader;
import dev.mig.files.TextFiles;
import dev.mig.files.config.Configuration;
import dev.mig.jdbc.DatabaseReader;
import dev.mig.model.SchemaModel;
import dev.mig.script.Dialect;
import java.nio.file.Path;

/**
 * The schema described by the configured JPA entities, together with the views, functions and tables of {@code
 * schema.mig} that entities cannot describe.
 */
final class Entities {
    private Entities() {}

    static EntityMapping.Wanted read(Project project, Dialect dialect) {
        Configuration configuration = project.configuration();
        DatabaseReader reader = project.database().reader();
        EntityMapping.Wanted wanted = new EntityReader(
                        configuration.autogenerate().entities(), project.names())
                .read(new EntityMapping.Server(
                        dialect.style().database(),
                        reader.version(),
                        reader.schemaOfConnection().orElse(null)));
        Path file = configuration.schemaFile();
        // A schema file that is generated from the database does not say what is wanted.
        if (configuration.migrations().dumpSchema() || !TextFiles.exists(file)) {
            return wanted;
        }
        SchemaModel whole = Comparison.compiled(project, file, wanted.schema(), dialect);
        return new EntityMapping.Wanted(whole, wanted.firstRows());
    }
}
