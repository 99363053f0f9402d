package dev.mig.report;

import dev.mig.source.Diagnostic;
import dev.mig.source.Palette;
import dev.mig.source.Snippet;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Where text is written: a stream, whether it supports colours, and its width.
 *
 * <p>It handles lines, words and columns, and knows nothing about their content.
 */
public final class Page {
    private final PrintWriter out;
    private final boolean coloured;
    private final IntSupplier width;

    /**
     * @param width columns there are, asked for only when they matter; {@link Integer#MAX_VALUE} where nothing limits a
     *     line
     */
    public Page(PrintWriter out, boolean coloured, IntSupplier width) {
        this.out = out;
        this.coloured = coloured;
        this.width = width;
    }

    public int width() {
        return width.getAsInt();
    }

    public String styled(TextStyle styled, String text) {
        return coloured ? styled.ansi(text) : text;
    }

    public void line(String text) {
        out.print(text);
        out.print('\n');
    }

    /** As it is, with its own line ends. */
    public void text(String text) {
        out.print(text);
    }

    public void line() {
        line("");
    }

    /** The text in the place of the terminal's last line, which stays open; what was there before is gone. */
    void rewrite(String text) {
        out.print("\r\u001b[K" + text);
        out.flush();
    }

    /** A page of the same width and colours that is written elsewhere. */
    public Page onto(PrintWriter other) {
        return new Page(other, coloured, width);
    }

    /** What comes next stands at the top of an empty screen, where there is one. */
    public void clear() {
        if (coloured) {
            out.print("\u001b[H\u001b[2J");
        }
    }

    /** What is written so far goes out now. */
    public void flush() {
        out.flush();
    }

    /** Whether something that was written never arrived: nobody reads it, or there is no room for it. */
    public boolean isLost() {
        return out.checkError();
    }

    public void diagnostic(Diagnostic diagnostic) {
        line(Snippet.draw(diagnostic, coloured ? Palette.ANSI : Palette.PLAIN));
    }

    /** A text as wide as the page, but never wider than is pleasant to read, each line behind the indent. */
    public void paragraph(int indent, String text) {
        for (String line : wrap(text, readable() - indent)) {
            line(" ".repeat(indent) + line);
        }
    }

    /**
     * Terms on the left, what is said of each on the right, wrapped within its column.
     *
     * @param styled of the terms
     */
    public void definitions(int indent, TextStyle styled, List<Definition> definitions) {
        int widest =
                definitions.stream().mapToInt(it -> it.term().length()).max().orElse(0);
        int column = Math.min(widest, readable() / 2) + 2;
        for (Definition it : definitions) {
            List<String> lines = wrap(it.says(), Math.max(20, readable() - indent - column));
            String term = " ".repeat(indent) + styled(styled, it.term());
            if (it.term().length() > column - 2) {
                line(term);
                lines.forEach(line -> line(" ".repeat(indent + column) + line));
                continue;
            }
            line((term + " ".repeat(column - it.term().length()) + lines.getFirst()).stripTrailing());
            lines.stream().skip(1).forEach(line -> line(" ".repeat(indent + column) + line));
        }
    }

    public record Definition(String term, String says) {}

    private int readable() {
        return Math.min(width(), 100);
    }

    /** The text, or its beginning and an ellipsis where it is longer than the room. */
    static String cut(String text, int room) {
        return text.length() <= room ? text : text.substring(0, room - 1).stripTrailing() + "…";
    }

    /** At least one line. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" +", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
