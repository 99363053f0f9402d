package dev.mig.source;

import dev.mig.source.Palette.Ink;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders a diagnostic for people: the message, the source line with marks under the position, and hints.
 *
 * <p>It renders one diagnostic and knows nothing about streams, files or the width of a terminal. Which diagnostics
 * are shown, and in which order, is up to the caller.
 */
public final class Snippet {
    /** UTF-16 units of a line of a message or a hint. */
    private static final int LONGEST_LINE = 2000;

    private final Palette palette;
    private final int gutter;
    private final List<String> lines = new ArrayList<>();

    private Snippet(Palette palette, int gutter) {
        this.palette = palette;
        this.gutter = gutter;
    }

    /** Lines separated by LF, none after the last. {@link Span#none()} draws no source line. */
    public static String draw(Diagnostic diagnostic, Palette palette) {
        Snippet snippet = new Snippet(palette, gutter(diagnostic));
        snippet.header(diagnostic);
        Ink ink = Ink.of(diagnostic.severity());
        snippet.place(diagnostic.span(), ink, "");
        for (Diagnostic.Related related : diagnostic.related()) {
            if (related.span().isNone()) {
                snippet.remark("note", related.message());
            } else {
                snippet.place(related.span(), Ink.NOTE, related.message());
            }
        }
        diagnostic.hints().forEach(it -> snippet.remark("help", it));
        return String.join("\n", snippet.lines);
    }

    /** The width of line numbers, the same for all positions of a diagnostic. */
    private static int gutter(Diagnostic diagnostic) {
        int last = diagnostic.span().line();
        for (Diagnostic.Related related : diagnostic.related()) {
            last = Math.max(last, related.span().line());
        }
        return Integer.toString(last).length();
    }

    private void header(Diagnostic diagnostic) {
        String word = switch (diagnostic.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
        String[] message = shown(diagnostic.message());
        lines.add(palette.paint(
                        Ink.of(diagnostic.severity()),
                        word + "[" + diagnostic.code().id() + "]")
                + palette.paint(Ink.MESSAGE, ": " + message[0]));
        for (int line = 1; line < message.length; line++) {
            lines.add(palette.paint(Ink.MESSAGE, "  " + message[line]).stripTrailing());
        }
    }

    private void place(Span span, Ink ink, String label) {
        if (span.isNone()) {
            return;
        }
        Source source = span.source();
        int start = Math.min(span.start(), source.text().length());
        lines.add(gutter("", "┌ ") + Glyph.visible(span.location()).replace('\n', ' '));
        int line = source.line(start);
        if (source.isBlank(line)) {
            lastTextBefore(source, line);
        }
        ShownLine shown = ShownLine.of(source, start, span.end());
        sourceLine(line, shown.text());
        String said = label.isEmpty() ? "" : " " + Glyph.visible(label).replace('\n', ' ');
        lines.add(gutter("", "│ ") + palette.paint(ink, shown.marks() + said));
    }

    /** Marks need text above them: at the end of a file, the last non-blank line is shown. */
    private void lastTextBefore(Source source, int line) {
        int above = line - 1;
        while (above > 0 && source.isBlank(above)) {
            above--;
        }
        if (above > 0) {
            sourceLine(
                    above,
                    ShownLine.of(source, source.lineStart(above), source.lineStart(above))
                            .text());
        }
    }

    private void sourceLine(int number, String text) {
        lines.add(gutter(Integer.toString(number), text.isEmpty() ? "│" : "│ ") + text);
    }

    private void remark(String word, String text) {
        String indent = " ".repeat(gutter + " = : ".length() + word.length());
        String[] said = shown(text);
        lines.add(gutter("", "= ") + palette.paint(Ink.HELP, word + ":") + " " + said[0]);
        for (int line = 1; line < said.length; line++) {
            lines.add((indent + said[line]).stripTrailing());
        }
    }

    /** By lines, each cut where nobody reads on: a line to paste may have been made of a file that is one line. */
    private static String[] shown(String text) {
        String[] said = Glyph.visible(text).split("\n", -1);
        for (int line = 0; line < said.length; line++) {
            if (said[line].length() > LONGEST_LINE) {
                said[line] = said[line].substring(0, LONGEST_LINE) + "…";
            }
        }
        return said;
    }

    private String gutter(String number, String sign) {
        return palette.paint(Ink.GUTTER, " ".repeat(gutter - number.length()) + number + " " + sign);
    }
}
