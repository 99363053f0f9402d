package dev.mig.files;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.SourceText;
import dev.mig.source.Span;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.Objects;

/** Reads and writes whole text files. */
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
        return SourceText.decode(name, bytes).orThrow();
    }

    /** The whole lines among the first bytes of a file. */
    static Source decodeBeginning(byte[] bytes, int length, String name) {
        return SourceText.decodeBeginning(name, bytes, length).orThrow();
    }

    public static boolean exists(Path file) {
        return Files.exists(file);
    }

    public static boolean isFolder(Path path) {
        return Files.isDirectory(path);
    }

    static byte[] bytes(Path file, String name) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DiagnosticException(unreadable(name, e), e);
        }
    }

    /**
     * Writes a file that must not be there yet, and the folders on the way to it.
     *
     * @throws DiagnosticException if it is there, or cannot be written
     */
    public static void create(Path file, String name, String text) {
        Path folder = file.getParent();
        if (folder != null) {
            createFolder(folder, name);
        }
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new DiagnosticException(
                    Diagnostic.error(Code.FILE_EXISTS, Span.none(), "\"" + name + "\" is there already"), e);
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    /** Makes a folder, and those around it, unless it is there. */
    public static void createFolder(Path folder, String name) {
        try {
            // Unlike createDirectories this accepts a link to a folder.
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    /** Replaces the text of an existing file, atomically. */
    static void replace(Path file, String name, String text) {
        try {
            // The target of a link is rewritten, not the link.
            Path real = file.toRealPath();
            Path folder = Objects.requireNonNull(real.getParent());
            Path fresh = Files.createTempFile(folder, ".", ".tmp");
            try {
                Files.writeString(fresh, text);
                copyPermissions(real, fresh);
                Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    private static DiagnosticException unwritable(String name, IOException e) {
        return new DiagnosticException(
                Diagnostic.error(Code.FILE_UNWRITABLE, Span.none(), "\"" + name + "\" cannot be written: " + reason(e)),
                e);
    }

    static Diagnostic unreadable(String name, IOException e) {
        return Diagnostic.error(Code.FILE_UNREADABLE, Span.none(), "\"" + name + "\" cannot be read: " + reason(e));
    }

    /** The system's message, without the path that it repeats and without a class name. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        if (said == null) {
            return "the system does not say why";
        }
        // java.io says "PATH (reason)".
        int reason = said.endsWith(")") ? said.lastIndexOf(" (") : -1;
        return (reason > 0 ? said.substring(reason + 2, said.length() - 1) : said).toLowerCase(Locale.ROOT);
    }
}
