package dev.mig.source;

/** The colours of a rendered diagnostic. Whether a stream supports colours is decided by its writer. */
public interface Palette {
    /** What a stretch of text is for, so that a palette can tell stretches apart. */
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

    /** The text as it is. */
    Palette PLAIN = (ink, text) -> text;

    /** The sixteen colours that every terminal has. */
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

    /** The text with what colours it around it; a text is one line or a part of one. */
    String paint(Ink ink, String text);
}
