package dev.mig.source;

/** The colours of a rendered diagnostic. Whether a stream supports colours is decided by its writer. */
public interface Palette {
    /** The role of a piece of text, which determines its colour. */
    enum Ink {
        ERROR,
        WARNING,
        NOTE,
        MESSAGE,
        GUTTER,
        HELP;

        static Ink of(Severity severity) {
            return switch (severity) {
                case ERROR -> ERROR;
                case WARNING -> WARNING;
                case NOTE -> NOTE;
            };
        }
    }

    /** Without colours. */
    Palette PLAIN = (ink, text) -> text;

    /** The sixteen standard terminal colours. */
    Palette ANSI = (ink, text) -> text.isEmpty()
            ? text
            : "\u001b["
                    + switch (ink) {
                        case ERROR -> "1;31";
                        case WARNING -> "1;33";
                        case NOTE, HELP -> "1;36";
                        case MESSAGE -> "1";
                        case GUTTER -> "34";
                    }
                    + "m" + text + "\u001b[0m";

    /** The text with its escape sequences; at most one line. */
    String paint(Ink ink, String text);
}
