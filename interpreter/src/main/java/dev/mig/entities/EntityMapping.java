package dev.mig.entities;

import dev.mig.model.Database;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the mapping of entities. It is implemented where Hibernate can be seen, and found as a service. */
public interface EntityMapping {

    /**
     * What there is to read.
     *
     * @param classes names of classes with an annotation that makes them part of a mapping
     * @param packages names of packages that have annotations themselves
     * @param loader sees all of them, and Hibernate
     * @param settings of Hibernate, by their full names
     */
    record Request(
            List<String> classes,
            List<String> packages,
            ClassLoader loader,
            Server server,
            Map<String, String> settings) {}

    /**
     * The database that the mapping is for.
     *
     * @param version like 18.6; null where it is not known
     * @param schema the one that a name without a schema means; null where it is not known
     */
    record Server(
            Database database,
            @Nullable String version,
            @Nullable String schema) {}

    /**
     * What is wanted.
     *
     * @param firstRows what tables of the schema are to begin with: Hibernate counts in some of them
     */
    record Wanted(SchemaModel schema, List<Operation.Insert> firstRows) {}

    /** @throws dev.mig.source.DiagnosticException if a class cannot be loaded, or the mapping is wrong */
    Wanted read(Request request);
}
