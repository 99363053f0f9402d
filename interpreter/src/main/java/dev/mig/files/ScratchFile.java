package dev.mig.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A private temporary file: written first, then read, and deleted when closed. */
public record ScratchFile(Path path) implements AutoCloseable {
    public static ScratchFile open() throws IOException {
        return new ScratchFile(Files.createTempFile("migrate", ".rows"));
    }

    public OutputStream output() throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(path));
    }

    public InputStream input() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
