package dev.mig.command;

import dev.mig.files.config.Configuration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one command leaves for the next in the same process: connections, above all. On a command line a sitting is one
 * command long; the shell sits through many.
 *
 * <p>It decides nothing, and keeps nothing that a file on the disk could contradict without being asked again. Used by
 * one thread at a time.
 */
public final class Sitting implements AutoCloseable {
    /** What has to be the same for a connection to be the same. */
    private record Place(
            String url,
            @Nullable String user,
            String versionTable,
            @Nullable String versionTableSchema) {
        static Place of(Configuration configuration) {
            return new Place(
                    configuration.connection().url().text(),
                    configuration.connection().user(),
                    configuration.migrations().versionTable(),
                    configuration.migrations().versionTableSchema());
        }
    }

    private final Map<Place, Database> databases = new HashMap<>();

    /** The database of a configuration, connected to or not. */
    Database database(Configuration configuration, Surroundings surroundings) {
        return databases.computeIfAbsent(Place.of(configuration), it -> new Database(configuration, surroundings));
    }

    /** Lets all connections go; the next command that needs one opens it again. */
    @Override
    public void close() {
        databases.values().forEach(Database::close);
        databases.clear();
    }
}
