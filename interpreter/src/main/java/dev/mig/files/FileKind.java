package dev.mig.files;

import dev.mig.source.Source;
import dev.mig.syntax.HeaderReader;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.tree.Header;
import java.util.Locale;
import java.util.Optional;

/** The file formats of revisions. */
public enum FileKind {
    MIG(".mig", HeaderReader.Style.MIG, "--"),
    JAVASCRIPT(".js", HeaderReader.Style.JAVASCRIPT, "//"),
    SQL(".sql", HeaderReader.Style.SQL, "--");

    private final String ending;
    private final HeaderReader.Style style;
    private final String comment;

    FileKind(String ending, HeaderReader.Style style, String comment) {
        this.ending = ending;
        this.style = style;
        this.comment = comment;
    }

    /** With its dot. */
    public String ending() {
        return ending;
    }

    HeaderReader.Style style() {
        return style;
    }

    /** What begins a comment to the end of the line. */
    String comment() {
        return comment;
    }

    /** Whether a line is a comment of this kind that begins with the word {@code revision} and goes on. */
    boolean saysRevision(String line) {
        String said =
                line.startsWith(comment) ? line.substring(comment.length()).strip() : "";
        return said.startsWith("revision") && said.length() > 8 && Character.isWhitespace(said.charAt(8));
    }

    /** The header of a whole text of this kind. */
    public Parsed<Header> header(Source text) {
        return HeaderReader.read(text, style);
    }

    /** By its ending without the dot: {@code mig}, {@code js}, {@code sql}. */
    public static Optional<FileKind> named(String word) {
        return of("." + word);
    }

    static Optional<FileKind> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            if (name.endsWith(kind.ending)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
