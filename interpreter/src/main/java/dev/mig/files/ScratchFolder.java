package dev.mig.files;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** An empty temporary folder, deleted with its contents when closed. */
public record ScratchFolder(Path path) implements AutoCloseable {
    public static ScratchFolder open() {
        try {
            return new ScratchFolder(Files.createTempDirectory("migrate"));
        } catch (IOException e) {
            throw new DiagnosticException(
                    Diagnostic.error(
                            Code.FILE_UNWRITABLE,
                            Span.none(),
                            "no temporary folder can be made: " + TextFiles.reason(e)),
                    e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
