package dev.mig.files;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Whole texts from the disk. */
public final class TextFiles {
    private TextFiles() {}

    /**
     * The text of a file.
     *
     * @param name what the source is called
     * @throws DiagnosticException if it cannot be read or is no text
     */
    public static Source read(Path file, String name) {
        return decode(bytes(file, name), name);
    }

    static Source decode(byte[] bytes, String name) {
        return new Source(
                name,
                new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").replace("\r\n", "\n"));
    }

    static byte[] bytes(Path file, String name) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DiagnosticException(unreadable(name, e), e);
        }
    }

    static Diagnostic unreadable(String name, IOException e) {
        return Diagnostic.error(Code.FILE_UNREADABLE, Span.none(), "\"" + name + "\" cannot be read: " + reason(e));
    }

    /** The system's own word, without the path that it repeats and without the name of a class. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return said == null ? "the system does not say why" : said.toLowerCase(java.util.Locale.ROOT);
    }
}
