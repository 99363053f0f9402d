package dev.mig.diff;

import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;

/**
 * One of the two schemas of a difference, in two versions: as its author wrote it, for generating statements, and as
 * the database would describe it, for comparison. Both contain the same objects under the same names.
 *
 * @param meaning in the words that the other side's meaning is in as well
 */
public record ComparedSchema(SchemaModel written, SchemaModel meaning) {
    /** For a schema that has only one description. */
    public static ComparedSchema of(SchemaModel model) {
        return new ComparedSchema(model, model);
    }

    ComparedSchema apply(Operation operation) {
        return new ComparedSchema(written.apply(operation), meaning.apply(operation));
    }
}
