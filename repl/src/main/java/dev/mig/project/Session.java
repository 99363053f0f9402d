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
    private final Map<List<Path>, FolderReader> readers = new HashMap<>();
    private final MoveHistory moves = new MoveHistory();
    private final boolean showsPlans;
    private boolean expanded;
    private @Nullable Recording recording;
    private @Nullable MigrationsFolder drawn;
    private @Nullable RevisionGraph graph;

    /** Of one command, or of many that nobody watches. */
    public Session() {
        this(false);
    }

    /** @param showsPlans whether somebody watches who wants to see what a move is going to do */
    public Session(boolean showsPlans) {
        this.showsPlans = showsPlans;
    }

    public boolean showsPlans() {
        return showsPlans;
    }

    /** Rows of SQL are shown one below the other from now on, or no longer. Returns which. */
    public boolean expand() {
        expanded = !expanded;
        return expanded;
    }

    public boolean isExpanded() {
        return expanded;
    }

    /** What is being recorded; null for nothing. */
    @Nullable
    public Recording recording() {
        return recording;
    }

    public void record(@Nullable Recording begun) {
        recording = begun;
    }

    /** What was moved in this sitting. */
    public MoveHistory moves() {
        return moves;
    }

    /** The database of a configuration, connected to or not. */
    Database database(Configuration configuration, ProcessEnvironment process) {
        return databases.computeIfAbsent(Place.of(configuration), it -> new Database(configuration, process));
    }

    /** Who reads the files of a history; the next command reads them with the same one. */
    FolderReader reader(List<Path> locations) {
        return readers.computeIfAbsent(locations, it -> new FolderReader());
    }

    /** The graph of a history, which is drawn again only for other files. */
    RevisionGraph graph(MigrationsFolder folder) {
        RevisionGraph known = graph;
        if (known == null || drawn != folder) {
            known = RevisionGraph.of(folder.headers());
            graph = known;
            drawn = folder;
        }
        return known;
    }

    /** Lets all connections go; the next command that needs one opens it again. */
    @Override
    public void close() {
        databases.values().forEach(Database::close);
        databases.clear();
    }
}
