package dev.mig.report;

/** The number of terminal columns a text takes: none for combining marks, two for wide characters. */
final class DisplayWidth {
    private DisplayWidth() {}

    static int width(String text) {
        return text.codePoints().map(DisplayWidth::width).sum();
    }

    /** The text, truncated with an ellipsis if it is too wide. */
    static String cut(String text, int room) {
        if (width(text) <= room) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int width = 0;
        for (int point : text.codePoints().toArray()) {
            if (width + width(point) > room - 1) {
                break;
            }
            cut.appendCodePoint(point);
            width += width(point);
        }
        return cut + "…";
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || type == Character.CONTROL) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /** East Asian scripts and punctuation, and emoji. */
    private static boolean isWide(int point) {
        return (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0x303E)
                || (point >= 0x3041 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
    }
}
