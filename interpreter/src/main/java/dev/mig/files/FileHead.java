package dev.mig.files;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.HeaderReader;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.tree.Header;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header of one file, read from as few bytes as possible: a listing opens thousands of files, and a single one
 * may be large.
 *
 * @param name as shown to people
 */
record FileHead(FileKind kind, Path folder, String fileName, String name) {
    /** The number of bytes read first: nearly every header, and most whole files, fit. */
    static final int FIRST = 4096;

    /** The result for a file: a revision, its problems, or neither if it is not a revision. */
    record Read(@Nullable RevisionFile revision, List<Diagnostic> diagnostics) {}

    Path path() {
        return folder.resolve(fileName);
    }

    /** Reading a pipe, for example, would block. A dangling link, or a folder, fails when read. */
    boolean isSomethingElse() {
        // Called for each file of a history: java.io answers in half the time of java.nio.
        File file = new File(place());
        return !file.isFile() && file.exists() && !file.isDirectory();
    }

    private String place() {
        return folder + "/" + fileName;
    }

    /** @param buffer {@link #FIRST} bytes to read into */
    Read read(byte[] buffer) {
        if (isSomethingElse()) {
            return new Read(
                    null,
                    List.of(Diagnostic.error(
                            Code.FILE_UNREADABLE,
                            Span.none(),
                            "\"" + name + "\" cannot be read: it is no regular file",
                            "take it away, or call it by a name that ends in something else")));
        }
        try {
            int length = firstBytes(buffer);
            if (length == FIRST) {
                Source beginning = TextFiles.decodeBeginning(buffer, length, name);
                Optional<Parsed<Header>> parsed = HeaderReader.readBeginning(beginning, kind.style());
                if (parsed.isPresent()) {
                    return read(beginning, false, parsed.get());
                }
            }
            Source whole = length == FIRST
                    ? TextFiles.read(path(), name)
                    : TextFiles.decode(Arrays.copyOf(buffer, length), name);
            return read(whole, true, HeaderReader.read(whole, kind.style()));
        } catch (IOException e) {
            return new Read(null, List.of(TextFiles.unreadable(name, e)));
        } catch (DiagnosticException e) {
            return new Read(null, e.diagnostics());
        }
    }

    private Read read(Source source, boolean isWhole, Parsed<Header> parsed) {
        Header header = parsed.tree();
        if (header == null && kind != FileKind.MIG && !saysRevision(source)) {
            return new Read(null, List.of());
        }
        if (header == null) {
            return new Read(null, parsed.diagnostics());
        }
        return new Read(
                new RevisionFile(header, isWhole ? source : null, kind, folder, fileName, name), parsed.diagnostics());
    }

    /**
     * Whether a JavaScript or SQL file without a valid header is meant to have one: other files, such as modules,
     * may be in the folder.
     */
    private boolean saysRevision(Source source) {
        for (String line : (Iterable<String>) source.text().lines()::iterator) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith(kind.comment())) {
                return false;
            }
            if (kind.saysRevision(text)) {
                return true;
            }
        }
        return false;
    }

    private int firstBytes(byte[] buffer) throws IOException {
        // A plain stream opens a file in half the time of a channel.
        try (InputStream stream = new FileInputStream(place())) {
            return stream.readNBytes(buffer, 0, FIRST);
        }
    }
}
