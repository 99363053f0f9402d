package dev.mig.js;

import dev.mig.source.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/** The only files that exist for a script: the modules that were read for it, and nothing on the disk. */
final class ModuleFiles implements FileSystem {
    /** The virtual path of the script. */
    private static final Path ROOT = Path.of("").toAbsolutePath().getRoot().resolve("migrations");

    private final Map<String, Source> modules;

    /** @param modules by path relative to the script */
    ModuleFiles(Map<String, Source> modules) {
        this.modules = Map.copyOf(modules);
    }

    @Override
    public Path parsePath(URI uri) {
        return ROOT.resolve(uri.getPath().substring(1));
    }

    @Override
    public Path parsePath(String path) {
        return Path.of(path);
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return ROOT.resolve(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) throws IOException {
        Path absolute = ROOT.resolve(path).normalize();
        text(absolute);
        return absolute;
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
            throw new NoSuchFileException(path.toString());
        }
        text(path);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return new Bytes(ByteBuffer.wrap(text(path).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return Map.of("isRegularFile", true, "isDirectory", false, "size", (long)
                text(path).length());
    }

    /** A path of the engine's as it is named in {@link Imports}. */
    static String relative(Path absolute) {
        return ROOT.relativize(absolute).toString().replace('\\', '/');
    }

    private String text(Path path) throws IOException {
        Path absolute = ROOT.resolve(path).normalize();
        Source module = absolute.startsWith(ROOT) ? modules.get(relative(absolute)) : null;
        if (module == null) {
            throw new NoSuchFileException(path.toString());
        }
        return module.text();
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) {
        throw new SecurityException("scripts write no files");
    }

    @Override
    public void delete(Path path) {
        throw new SecurityException("scripts write no files");
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter) {
        throw new SecurityException("scripts list no files");
    }

    private static final class Bytes implements SeekableByteChannel {
        private final ByteBuffer bytes;
        private boolean open = true;

        Bytes(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (!open) {
                throw new ClosedChannelException();
            }
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int count = Math.min(into.remaining(), bytes.remaining());
            into.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new NonWritableChannelException();
        }

        @Override
        public long position() {
            return bytes.position();
        }

        @Override
        public SeekableByteChannel position(long position) {
            bytes.position((int) Math.min(position, bytes.limit()));
            return this;
        }

        @Override
        public long size() {
            return bytes.limit();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
