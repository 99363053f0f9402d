package dev.mig.source;

import java.util.Arrays;

/**
 * A text and its name, usually a path relative to the working directory.
 *
 * <p>Offsets count UTF-16 units from 0; lines and columns count from 1, columns in code points. The text has LF line
 * ends and no byte-order mark: whoever reads the bytes sees to that.
 */
public final class Source {
    private final String name;
    private final String text;
    private final boolean typed;
    private int[] lineStarts = {};

    public Source(String name, String text) {
        this(name, text, false);
    }

    private Source(String name, String text, boolean typed) {
        this.name = name;
        this.text = text;
        this.typed = typed;
    }

    /** A command-line argument, under the name from its help: not a file, but with positions. */
    public static Source typed(String name, String text) {
        return new Source(name, text, true);
    }

    /** Whether it was typed, so that there is no file to open. */
    public boolean isTyped() {
        return typed;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The line that holds the offset, from 1. An offset at or past the end lies on the last line. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of the offset on its line, from 1, in code points. */
    public int column(int offset) {
        int start = lineStarts()[line(offset) - 1];
        return text.codePointCount(start, Math.min(Math.max(offset, start), text.length())) + 1;
    }

    /** The text of a line, from 1, without its line end. */
    public String lineText(int line) {
        int start = lineStarts()[line - 1];
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    /** Offset of the first character of a line, from 1. */
    public int lineStart(int line) {
        return lineStarts()[line - 1];
    }

    boolean isBlank(int line) {
        int end = line < lineStarts().length ? lineStarts()[line] : text.length();
        for (int at = lineStarts()[line - 1]; at < end; at++) {
            if (!Character.isWhitespace(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    /** Computed on first use: most texts are read without an error. */
    private synchronized int[] lineStarts() {
        if (lineStarts.length == 0) {
            int[] starts = new int[16];
            int count = 1;
            for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = at + 1;
            }
            lineStarts = Arrays.copyOf(starts, count);
        }
        return lineStarts;
    }

    @Override
    public String toString() {
        return name;
    }
}
