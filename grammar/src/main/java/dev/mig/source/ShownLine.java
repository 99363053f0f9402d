package dev.mig.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A source line as displayed on a terminal, with marks under a span. Long lines are cut around the span.
 *
 * @param text without trailing blanks
 * @param marks blanks and then at least one mark
 */
record ShownLine(String text, String marks) {
    /** The maximum number of columns before a line is cut. */
    private static final int WIDTH = 100;

    /** The number of columns kept before the span if the beginning of the line is cut. */
    private static final int BEFORE = 40;

    /** The number of UTF-16 units considered on either side: a line may be as long as its file. */
    private static final int REACH = 4 * WIDTH;

    private static final String CUT = "…";
    private static final String MARK = "━";

    /** The line that holds {@code start}, with marks up to {@code end} or the end of the line. */
    static ShownLine of(Source source, int start, int end) {
        String all = source.text();
        int lineStart = source.lineStart(source.line(start));
        int lineEnd = all.indexOf('\n', lineStart);
        lineEnd = lineEnd < 0 ? all.length() : lineEnd;
        int from = whole(all, Math.max(lineStart, start - REACH), lineStart);
        int to = whole(all, Math.min(lineEnd, start + REACH), lineStart);
        List<Glyph> glyphs = glyphs(all, from, to);
        int first = indexAt(glyphs, start);
        int stop = Math.max(first, indexAt(glyphs, end));

        int left = 0;
        boolean cut = from > lineStart || to < lineEnd || width(glyphs, 0, glyphs.size()) > WIDTH;
        if (cut && (from > lineStart || width(glyphs, 0, stop) >= WIDTH)) {
            left = first;
            while (left > 0 && width(glyphs, left, first) < BEFORE) {
                left--;
            }
        }
        boolean cutLeft = left > 0 || from > lineStart;
        int room = WIDTH - (cutLeft ? 1 : 0);
        int right = glyphs.size();
        if (to < lineEnd || width(glyphs, left, right) > room) {
            right = left;
            for (int used = 0; right < glyphs.size() && used + glyphs.get(right).width() < room; right++) {
                used += glyphs.get(right).width();
            }
        }
        boolean cutRight = right < glyphs.size() || to < lineEnd;

        String before = cutLeft ? CUT : "";
        StringBuilder text = new StringBuilder(before);
        glyphs.subList(left, right).forEach(it -> text.append(it.shown()));
        text.append(cutRight ? CUT : "");
        int blanks = before.length() + width(glyphs, left, first);
        int marked = width(glyphs, first, Math.min(stop, right));
        return new ShownLine(text.toString().stripTrailing(), " ".repeat(blanks) + MARK.repeat(Math.max(1, marked)));
    }

    private static List<Glyph> glyphs(String all, int from, int to) {
        List<Glyph> glyphs = new ArrayList<>();
        int column = 0;
        for (int at = from; at < to; ) {
            int codePoint = all.codePointAt(at);
            Glyph glyph = Glyph.of(codePoint, at, column);
            glyphs.add(glyph);
            column += glyph.width();
            at += Character.charCount(codePoint);
        }
        return glyphs;
    }

    /** Index of the first glyph that begins at the offset or after it; for a joined mark, of what it joins. */
    private static int indexAt(List<Glyph> glyphs, int offset) {
        int index = 0;
        while (index < glyphs.size() && glyphs.get(index).offset() < offset) {
            index++;
        }
        while (index > 0 && index < glyphs.size() && glyphs.get(index).width() == 0) {
            index--;
        }
        return index;
    }

    private static int width(List<Glyph> glyphs, int from, int to) {
        int width = 0;
        for (int index = from; index < to; index++) {
            width += glyphs.get(index).width();
        }
        return width;
    }

    /** The offset, moved back if it lies inside a surrogate pair. */
    private static int whole(String all, int offset, int lineStart) {
        boolean inside = offset > lineStart
                && offset < all.length()
                && Character.isLowSurrogate(all.charAt(offset))
                && Character.isHighSurrogate(all.charAt(offset - 1));
        return inside ? offset - 1 : offset;
    }
}
