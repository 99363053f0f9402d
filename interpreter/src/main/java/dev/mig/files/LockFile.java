package dev.mig.files;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A file lock that at most one holder on this machine has, with a note of who that is. The operating system releases
 * the lock when the process ends, however that happens; the file is deleted when the lock is released.
 *
 * <p>Within one process the operating system does not tell holders apart, and closing any other channel to the file
 * would give the lock up: so the holders of this process are kept here, and the file is not touched for the others.
 */
public final class LockFile implements AutoCloseable {
    /** Far behind the text, because on some systems nobody can read locked bytes. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final Map<String, String> HELD_HERE = new ConcurrentHashMap<>();

    private final String name;
    private final @Nullable Path path;
    private final @Nullable FileChannel channel;

    private LockFile(String name, @Nullable Path path, @Nullable FileChannel channel) {
        this.name = name;
        this.path = path;
        this.channel = channel;
    }

    /** A lock within this process only, for what no other process can reach. */
    public static Optional<LockFile> tryTakeHere(String name, String holder) {
        return HELD_HERE.putIfAbsent(name, holder) == null
                ? Optional.of(new LockFile(name, null, null))
                : Optional.empty();
    }

    /**
     * Takes the lock if nobody has it.
     *
     * @param path absolute; its folder has to be there
     * @param holder the text that others read
     * @return empty if somebody else has it
     * @throws DiagnosticException if the file cannot be made or written
     */
    public static Optional<LockFile> tryTake(Path path, String holder) {
        if (HELD_HERE.putIfAbsent(path.toString(), holder) != null) {
            return Optional.empty();
        }
        LockFile taken = null;
        try {
            taken = take(path, holder);
            return Optional.ofNullable(taken);
        } catch (IOException e) {
            throw new DiagnosticException(
                    Diagnostic.error(
                            Code.FILE_UNWRITABLE,
                            Span.none(),
                            "the lock file " + path + " cannot be written: " + e.getMessage(),
                            "it stands beside the database, which needs files of its own there as well"),
                    e);
        } finally {
            if (taken == null) {
                HELD_HERE.remove(path.toString());
            }
        }
    }

    private static @Nullable LockFile take(Path path, String holder) throws IOException {
        while (true) {
            make(path);
            Object before = identity(path);
            FileChannel channel = open(path);
            if (before == null || channel == null) {
                if (channel != null) {
                    channel.close();
                }
                continue;
            }
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                channel.close();
                return null;
            }
            // The last holder may have deleted the file between these two lines, and there may be another one now.
            if (before.equals(identity(path))) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
                return new LockFile(path.toString(), path, channel);
            }
            channel.close();
        }
    }

    private static void make(Path path) throws IOException {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            // Then there is one.
        }
    }

    private static @Nullable FileChannel open(Path path) throws IOException {
        try {
            return FileChannel.open(path, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** The identity of the file; null for none. */
    private static @Nullable Object identity(Path path) throws IOException {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            // Systems without file keys do not delete a file that is open.
            return key == null ? path : key;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /**
     * The holder's note about itself; empty if the lock is free, or nothing has been written yet.
     *
     * @param name the file, or what a lock within this process was called
     */
    public static String holder(String name) {
        String here = HELD_HERE.get(name);
        if (here != null) {
            return here;
        }
        try {
            return Files.readString(Path.of(name));
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try (channel) {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // The file remains, and blocks nobody.
        } finally {
            HELD_HERE.remove(name);
        }
    }
}
