package dev.mig.jdbc;

import dev.mig.model.SchemaModel;

/**
 * The result of statements that were run and rolled back.
 *
 * @param before the schema that they met, likewise {@code after}; the same where something stopped them
 */
public record TrialResult(AdHocResult loose, SchemaModel before, SchemaModel after) {}
