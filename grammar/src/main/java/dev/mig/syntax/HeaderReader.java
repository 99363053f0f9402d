package dev.mig.syntax;

import dev.mig.source.Diagnostic;
import dev.mig.source.FirstFew;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Header;
import java.util.List;
import java.util.Optional;

/**
 * Reads the header lines of a revision file without reading the rest, and without ANTLR: a command that only looks
 * reads thousands of them.
 *
 * <p>In a {@code .mig} file the lines stand bare at the top, up to {@code upgrade}. In a {@code .js} or {@code .sql}
 * file they stand in its first comments, where a line that begins with no header word is an ordinary comment.
 */
public final class HeaderReader {
    private HeaderReader() {}

    /** How the lines of a header are marked in a kind of file. */
    public enum Style {
        MIG,
        JAVASCRIPT,
        SQL
    }

    /** The header of a whole file. */
    public static Parsed<Header> read(Source source, Style style) {
        return shown(read(lines(source, style), style));
    }

    /**
     * The header, where the first part of a file holds it whole; empty where the text ends before the header surely
     * does. Then the caller gives more of the file, or all of it to {@link #read}.
     *
     * @param beginning the file's text from its start; a line or word cut in two does no harm
     */
    public static Optional<Parsed<Header>> readBeginning(Source beginning, Style style) {
        HeaderLines lines = lines(beginning, style);
        return lines.endsInside() ? Optional.of(shown(read(lines, style))) : Optional.empty();
    }

    private static Parsed<Header> shown(Parsed<Header> header) {
        return new Parsed<>(header.tree(), FirstFew.of(header.diagnostics()));
    }

    /** The header lines of a {@code .mig} file as they are written, without blanks around them. */
    public static List<Span> lines(Source source) {
        return HeaderLines.bare(source).lines();
    }

    static HeaderLines lines(Source source, Style style) {
        return switch (style) {
            case MIG -> HeaderLines.bare(source);
            case JAVASCRIPT -> HeaderLines.commented(source, "//");
            case SQL -> HeaderLines.commented(source, "--");
        };
    }

    static Parsed<Header> read(HeaderLines lines, Style style) {
        HeaderParser parser = new HeaderParser(lines.source(), style);
        Header header = parser.parse(lines);
        return parser.problems().stream().anyMatch(Diagnostic::isError)
                ? new Parsed<>(null, parser.problems())
                : new Parsed<>(header, parser.problems());
    }
}
