package dev.mig.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a history repeatedly, and each file again only if it has changed.
 *
 * <p>Every read checks the modification time and size of each file, so no edit is missed. The cache is built by the
 * second read, so that a process that reads only once does not pay for it. Not thread-safe.
 */
public final class FolderReader {
    /**
     * A file may change twice within one tick of the file system's clock, so a timestamp this recent proves
     * nothing.
     */
    private static final Duration TICK = Duration.ofSeconds(2);

    /** The number of files checked by one task. */
    private static final int CHUNK = 512;

    private Map<FileHead, Known> known = new ConcurrentHashMap<>();
    private @Nullable MigrationsFolder last;
    private List<@Nullable State> folders = List.of();
    /** All files of the last read; null if one of them, or a folder, was too recent to prove anything. */
    private @Nullable List<Known> settled;

    private boolean again;

    private record State(
            long size, Instant changed, @Nullable Object identity) {
        /** Null if the file cannot be checked. */
        static @Nullable State of(Path path) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return new State(
                        attributes.size(), attributes.lastModifiedTime().toInstant(), attributes.fileKey());
            } catch (IOException gone) {
                return null;
            }
        }

        boolean isOlderThan(Instant time) {
            return changed.isBefore(time);
        }
    }

    private record Known(Path path, State state, FileHead.Read read) {
        /** Whether its state is still the same; told without making another one, since thousands are asked. */
        boolean isStillSo() {
            try {
                BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
                return now.size() == state.size
                        && now.lastModifiedTime().toInstant().equals(state.changed)
                        && Objects.equals(now.fileKey(), state.identity);
            } catch (IOException gone) {
                return false;
            }
        }
    }

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
        MigrationsFolder before = last;
        List<@Nullable State> listed = states(locations);
        if (before != null && folders.equals(listed) && areStillSo(settled)) {
            return before;
        }
        folders = listed;
        Map<FileHead, Known> now = new ConcurrentHashMap<>();
        AtomicInteger files = new AtomicInteger();
        Instant old = Instant.now().minus(TICK);
        MigrationsFolder folder = MigrationsFolder.read(
                locations,
                names,
                (head, buffer) -> {
                    files.incrementAndGet();
                    return read(head, buffer, old, now);
                },
                true);
        known = now;
        boolean all = now.size() == files.get() && listed.stream().allMatch(it -> it != null && it.isOlderThan(old));
        settled = all ? List.copyOf(now.values()) : null;
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

    /** In parallel: the time goes into asking the file system. */
    private static boolean areStillSo(@Nullable List<Known> files) {
        return files != null
                && IntStream.range(0, (files.size() + CHUNK - 1) / CHUNK)
                        .parallel()
                        .allMatch(it -> files.subList(it * CHUNK, Math.min((it + 1) * CHUNK, files.size())).stream()
                                .allMatch(Known::isStillSo));
    }

    /** @param old changes before this time are certain to be visible */
    private FileHead.Read read(FileHead head, byte[] buffer, Instant old, Map<FileHead, Known> now) {
        Path path = head.path();
        State state = State.of(path);
        Known before = known.get(head);
        FileHead.Read read = before != null && before.state().equals(state) ? before.read() : head.read(buffer);
        if (state != null && state.isOlderThan(old)) {
            now.put(head, new Known(path, state, read));
        }
        return read;
    }
}
