package dev.mig.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a history repeatedly, and each file again only if it has changed.
 *
 * <p>Every read checks the modification time and size of each file, so no edit is missed. The cache is built by the
 * second read, so that a process that reads only once does not pay for it. Not thread-safe.
 */
public final class FolderReader {
    /** A file may change twice within one tick of the disk's clock, so that one this young is no proof of anything. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private Map<FileHead, Known> known = new ConcurrentHashMap<>();
    private @Nullable MigrationsFolder last;
    private List<@Nullable State> folders = List.of();
    private boolean again;

    private record State(
            long size, Instant changed, @Nullable Object identity) {
        /** Null for a file that cannot be asked. */
        static @Nullable State of(Path path) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return new State(
                        attributes.size(), attributes.lastModifiedTime().toInstant(), attributes.fileKey());
            } catch (IOException gone) {
                return null;
            }
        }
    }

    private record Known(State state, FileHead.Read read) {}

    /**
     * Like {@link MigrationsFolder#read}; the very same object as the last time if nothing is different.
     *
     * @param locations the folders, absolute
     */
    public MigrationsFolder read(List<Path> locations, DisplayNames names) {
        if (!again) {
            again = true;
            return MigrationsFolder.read(locations, names);
        }
        folders = states(locations);
        Map<FileHead, Known> now = new ConcurrentHashMap<>();
        Instant begun = Instant.now();
        MigrationsFolder folder =
                MigrationsFolder.read(locations, names, (head, buffer) -> read(head, buffer, begun, now));
        known = now;
        MigrationsFolder before = last;
        if (before != null && before.isMadeOf(folder)) {
            return before;
        }
        last = folder;
        return folder;
    }

    /**
     * As it was read last, if no file has come, gone or been called otherwise since then. What somebody wrote into a file
     * that was there may be missed: for who only wants to know what there is.
     */
    public MigrationsFolder glance(List<Path> locations, DisplayNames names) {
        MigrationsFolder before = last;
        return before != null && folders.equals(states(locations)) ? before : read(locations, names);
    }

    private static List<@Nullable State> states(List<Path> locations) {
        return locations.stream().<@Nullable State>map(State::of).toList();
    }

    private FileHead.Read read(FileHead head, byte[] buffer, Instant begun, Map<FileHead, Known> now) {
        State state = State.of(head.path());
        Known before = known.get(head);
        FileHead.Read read = before != null && before.state().equals(state) ? before.read() : head.read(buffer);
        if (state != null && state.changed().isBefore(begun.minus(TICK))) {
            now.put(head, new Known(state, read));
        }
        return read;
    }
}
