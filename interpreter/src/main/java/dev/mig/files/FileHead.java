package dev.mig.files;

import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.syntax.Header;
import dev.mig.syntax.HeaderReader;
import dev.mig.syntax.Parsed;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header of one file, from as few bytes as it takes: a looking command opens thousands of files, and a row of
 * {@code insert}s may make one of them large.
 */
final class FileHead {
    /** Bytes read at first: nearly every header, and most whole files, fit. */
    private static final int FIRST = 4096;

    private static final Pattern BLANK_LINES = Pattern.compile("\\s*");

    private final FileKind kind;
    private final Path path;
    private final String name;

    /** @param name as shown to people */
    FileHead(FileKind kind, Path path, String name) {
        this.kind = kind;
        this.path = path;
        this.name = name;
    }

    /** What came of a file: a revision, what is wrong with it, or neither for a file that is no revision. */
    record Read(@Nullable RevisionFile revision, List<Diagnostic> diagnostics) {}

    Read read() {
        try {
            byte[] first = firstBytes();
            if (first.length < FIRST) {
                return header(TextFiles.decode(first, name));
            }
            Source beginning = TextFiles.decode(wholeLines(first), name);
            if (kind != FileKind.MIG && !beginsWithHeader(beginning)) {
                return new Read(null, List.of());
            }
            Parsed<Header> parsed = HeaderReader.read(beginning, kind.style());
            return parsed.tree() != null && isFollowed(beginning, parsed.tree())
                    ? found(parsed)
                    : header(TextFiles.read(path, name));
        } catch (IOException e) {
            return new Read(null, List.of(TextFiles.unreadable(name, e)));
        } catch (DiagnosticException e) {
            return new Read(null, e.diagnostics());
        }
    }

    private Read header(Source source) {
        if (kind != FileKind.MIG && !beginsWithHeader(source)) {
            return new Read(null, List.of());
        }
        return found(HeaderReader.read(source, kind.style()));
    }

    private Read found(Parsed<Header> parsed) {
        Header header = parsed.tree();
        return new Read(header == null ? null : new RevisionFile(header, kind, path, name), parsed.diagnostics());
    }

    /** Whether a JavaScript or SQL file means to be a revision: others may lie beside them. */
    private boolean beginsWithHeader(Source source) {
        for (String line : (Iterable<String>) source.text().lines()::iterator) {
            String text = line.strip();
            if (text.isEmpty()) {
                continue;
            }
            if (!text.startsWith(kind.comment())) {
                return false;
            }
            String said = text.substring(kind.comment().length()).strip();
            if (said.startsWith("revision") && !said.equals("revision") && Character.isWhitespace(said.charAt(8))) {
                return true;
            }
        }
        return false;
    }

    /** Whether something that is no comment follows the header, so that the cut did not go through the header. */
    private boolean isFollowed(Source beginning, Header header) {
        String rest = beginning.text().substring(header.span().end());
        return rest.lines()
                .skip(1)
                .anyMatch(it -> !BLANK_LINES.matcher(it).matches()
                        && !it.strip().startsWith(kind.comment())
                        && !it.strip().startsWith("/*"));
    }

    private byte[] firstBytes() throws IOException {
        // A plain stream opens a file in half the time that a channel takes.
        try (InputStream stream = new FileInputStream(path.toString())) {
            return stream.readNBytes(FIRST);
        }
    }

    /** Up to the last line end, so that neither a line nor a character is cut; nothing if a line is longer than all. */
    private static byte[] wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }
}
