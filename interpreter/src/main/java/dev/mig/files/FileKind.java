package dev.mig.files;

import dev.mig.syntax.HeaderReader;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that a revision can be written in. */
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
