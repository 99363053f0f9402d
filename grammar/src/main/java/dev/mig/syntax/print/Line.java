package dev.mig.syntax.print;

/**
 * A line to be, and what of the source it stands for, by which comments find it. The text has further lines where it
 * holds SQL that has.
 *
 * @param indent columns
 * @param from offset of the first character that it stands for; 0 where nobody wrote it
 * @param to offset after the last one
 * @param opens whether it ends in an opening brace
 * @param closes whether it begins with a closing brace
 */
record Line(int indent, String text, int from, int to, Spacing spacing, boolean opens, boolean closes) {
    /** Comments before a closing brace belong to what stands inside. */
    int commentIndent() {
        return closes ? indent + Layout.STEP : indent;
    }

    boolean isBroken() {
        return text.indexOf('\n') >= 0;
    }

    Line spaced(Spacing other) {
        return new Line(indent, text, from, to, other, opens, closes);
    }
}
