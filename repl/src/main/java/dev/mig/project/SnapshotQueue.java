package dev.mig.project;

import dev.mig.compile.Compilation;
import dev.mig.compile.CompiledRevision;
import dev.mig.jdbc.RevisionSnapshot;
import dev.mig.revision.Revision;
import dev.mig.script.Dialect;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the journal's snapshots of the revisions of a run, so that they can be reverted without their files.
 *
 * <p>Snapshots are made in the background, because that takes as long as running the revisions, which mostly waits
 * for the disk; and only a little ahead of the run, because all of them at once would use as much memory as the
 * history. Not thread-safe.
 */
final class SnapshotQueue implements Function<String, @Nullable RevisionSnapshot> {
    private static final int AHEAD = 64;

    private final Project project;
    private final Dialect dialect;
    private final Queue<Revision> coming;
    private final Map<String, CompiledRevision> compiled;
    private final Map<String, CompletableFuture<RevisionSnapshot>> made = new HashMap<>();

    SnapshotQueue(Project project, Collection<Revision> revisions, Compilation compilation) {
        this.project = project;
        this.dialect = project.database().dialect();
        this.coming = new ArrayDeque<>(revisions);
        this.compiled = new HashMap<>(compilation.revisions());
    }

    /** @param revision the next one of the run; each is requested once */
    @Override
    public RevisionSnapshot apply(String revision) {
        while (made.size() < AHEAD && !coming.isEmpty()) {
            Revision next = coming.remove();
            CompiledRevision body = Objects.requireNonNull(compiled.remove(next.id()));
            made.put(
                    next.id(), CompletableFuture.supplyAsync(() -> RevisionSnapshots.of(project, next, body, dialect)));
        }
        try {
            return Objects.requireNonNull(made.remove(revision)).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
