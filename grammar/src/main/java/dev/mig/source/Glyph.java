package dev.mig.source;

/**
 * A code point as a terminal displays it.
 *
 * @param offset of the code point in its source, in UTF-16 units
 * @param shown what to write for it: itself, or a visible stand-in
 * @param width terminal columns taken; 0 for a mark that joins the character before it
 */
record Glyph(int offset, String shown, int width) {
    private static final int TAB_STOP = 4;

    /** The code point at the given column, counted from 0. */
    static Glyph of(int codePoint, int offset, int column) {
        if (codePoint == '\t') {
            int width = TAB_STOP - column % TAB_STOP;
            return new Glyph(offset, " ".repeat(width), width);
        }
        if (codePoint < ' ') {
            return new Glyph(offset, Character.toString(0x2400 + codePoint), 1);
        }
        if (codePoint == 0x7f) {
            return new Glyph(offset, "\u2421", 1);
        }
        if (isTreacherous(codePoint)) {
            String shown = String.format("<U+%04X>", codePoint);
            return new Glyph(offset, shown, shown.length());
        }
        return new Glyph(offset, Character.toString(codePoint), width(codePoint));
    }

    /** A multi-line text with everything except line ends made visible. */
    static String visible(String text) {
        if (text.codePoints().noneMatch(it -> it != '\n' && (it < ' ' || it == 0x7f || isTreacherous(it)))) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(it -> shown.append(it == '\n' ? "\n" : of(it, 0, 0).shown()));
        return shown.toString();
    }

    /**
     * Characters that would reorder, break or hide the text around them: C1 controls, bidi controls, unusual line
     * ends, lone surrogates.
     */
    private static boolean isTreacherous(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            // Joiners are part of emoji and of several scripts.
            case Character.FORMAT -> codePoint != 0x200c && codePoint != 0x200d;
            default -> false;
        };
    }

    /**
     * Columns as terminals count them: Unicode's East Asian Width, W and F being two
     * (<a href="https://www.unicode.org/reports/tr11/">UAX 11</a>), which Java does not offer.
     */
    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || within(codePoint, 0x1160, 0x11ff)) {
            return 0;
        }
        boolean wide = Character.isIdeographic(codePoint)
                || Character.isEmojiPresentation(codePoint)
                || within(codePoint, 0x1100, 0x115f)
                || within(codePoint, 0x2e80, 0x303e)
                || within(codePoint, 0x3041, 0xa4cf)
                || within(codePoint, 0xa960, 0xa97f)
                || within(codePoint, 0xac00, 0xd7a3)
                || within(codePoint, 0xf900, 0xfaff)
                || within(codePoint, 0xfe30, 0xfe6f)
                || within(codePoint, 0xff01, 0xff60)
                || within(codePoint, 0xffe0, 0xffe6)
                || within(codePoint, 0x20000, 0x3fffd);
        return wide ? 2 : 1;
    }

    private static boolean within(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
