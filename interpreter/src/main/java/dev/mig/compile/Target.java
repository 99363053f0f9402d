package dev.mig.compile;

import dev.mig.model.Database;
import java.util.Map;

/**
 * What a compilation is for.
 *
 * @param variables by name, what {@code ${name}} stands for
 */
public record Target(Database database, Map<String, String> variables) {
    public Target {
        variables = Map.copyOf(variables);
    }
}
