package dev.mig.project;

import dev.mig.files.FolderReader;
import dev.mig.files.MigrationsFolder;
import dev.mig.files.config.Configuration;
import dev.mig.revision.RevisionGraph;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * State that outlives one command in the same process: open connections, files already read, moves to undo. On a
 * command line a session is one command long; the shell keeps one session for all its commands.
 *
 * <p>It makes no decisions, and every file it remembers is checked against the disk before reuse. Not thread-safe.
 */
public final class Session implements AutoCloseable {
    /** What must be equal for a connection to be reused. */
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
    private final Map<List<Path>, FolderReader> readers = new HashMap<>();
    private final MoveHistory moves = new MoveHistory();
    private final boolean showsPlans;
    private boolean expanded;
    private @Nullable Recording recording;
    private @Nullable MigrationsFolder drawn;
    private @Nullable RevisionGraph graph;

    /** For one command, or several without a person watching. */
    public Session() {
        this(false);
    }

    /** @param showsPlans whether a person is watching who wants to see the plan of a move */
    public Session(boolean showsPlans) {
        this.showsPlans = showsPlans;
    }

    public boolean showsPlans() {
        return showsPlans;
    }

    /** Toggles the display of SQL rows one below the other. Returns the new state. */
    public boolean expand() {
        expanded = !expanded;
        return expanded;
    }

    public boolean isExpanded() {
        return expanded;
    }

    /** The current recording; null for none. */
    @Nullable
    public Recording recording() {
        return recording;
    }

    public void record(@Nullable Recording begun) {
        recording = begun;
    }

    /** The moves of this session. */
    public MoveHistory moves() {
        return moves;
    }

    /** The database of a configuration, connected or not. */
    Database database(Configuration configuration, ProcessEnvironment process) {
        return databases.computeIfAbsent(Place.of(configuration), it -> new Database(configuration, process));
    }

    /** The reader of a history's files, reused by the next command. */
    FolderReader reader(List<Path> locations) {
        return readers.computeIfAbsent(locations, it -> new FolderReader());
    }

    /** The graph of a history, rebuilt only if the files have changed. */
    RevisionGraph graph(MigrationsFolder folder) {
        RevisionGraph known = graph;
        if (known == null || drawn != folder) {
            known = RevisionGraph.of(folder.headers());
            graph = known;
            drawn = folder;
        }
        return known;
    }

    /** Closes all connections; the next command opens new ones on demand. */
    @Override
    public void close() {
        databases.values().forEach(Database::close);
        databases.clear();
    }
}
