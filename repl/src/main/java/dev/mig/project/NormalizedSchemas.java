package dev.mig.project;

import dev.mig.diff.Contained;
import dev.mig.jdbc.SchemaNormalizer;
import dev.mig.model.SchemaModel;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Schemas as the project's database would describe them. Caches the answers. */
final class NormalizedSchemas {
    private final Console console;
    private final SchemaNormalizer scratch;
    private final List<Told> told = new ArrayList<>();

    private record Told(SchemaModel written, SchemaModel meaning) {}

    NormalizedSchemas(Project project) {
        this.console = project.console();
        this.scratch = new SchemaNormalizer(
                project.database().connections(), project.database().dialect(), Comparison.scope(project));
    }

    /**
     * Perhaps of a schema that has more in it. Empty, and a warning is out, where the database cannot be asked.
     *
     * @param name of the schema, for people
     */
    Optional<SchemaModel> of(String name, SchemaModel written) {
        for (Told it : told) {
            if (Contained.in(it.written(), written)) {
                return Optional.of(it.meaning());
            }
        }
        return switch (scratch.ask(written)) {
            case SchemaNormalizer.Told(SchemaModel schema) -> {
                told.add(new Told(written, schema));
                yield Optional.of(schema);
            }
            case SchemaNormalizer.Failed(String sql, String why) -> {
                String first = sql.lines().findFirst().orElse("");
                console.warn(untried(name, "\"" + first + "\": " + why));
                yield Optional.empty();
            }
            case SchemaNormalizer.Nowhere(String why) -> {
                console.warn(untried(name, why));
                yield Optional.empty();
            }
        };
    }

    private static Diagnostic untried(String name, String why) {
        return Diagnostic.warning(
                Code.SCHEMA_UNTRIED,
                Span.none(),
                "the database could not be asked how it would tell " + name + ": " + why,
                "types and expressions are compared as they are written, so that two words for one thing may differ");
    }
}
