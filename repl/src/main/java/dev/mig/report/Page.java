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

    /** As is, with its own line ends. */
    public void text(String text) {
        out.print(text);
    }

    public void line() {
        line("");
    }

    /** Replaces the last line of the terminal, which stays open. */
    void rewrite(String text) {
        out.print("\r\u001b[K" + text);
        out.flush();
    }

    /** A page with the same width and colours and another writer. */
    public Page onto(PrintWriter other) {
        return new Page(other, coloured, width);
    }

    /** Clears the screen, if there is one. */
    public void clear() {
        if (coloured) {
            out.print("\u001b[H\u001b[2J");
        }
    }

    /** Flushes what was written. */
    public void flush() {
        out.flush();
    }

    /** Whether some output was lost: the reader is gone, or the disk is full. */
    public boolean isLost() {
        return out.checkError();
    }

    public void diagnostic(Diagnostic diagnostic) {
        line(Snippet.draw(diagnostic, coloured ? Palette.ANSI : Palette.PLAIN));
    }

    /** Wraps a text to the width of the page, up to a comfortable maximum, with each line indented. */
    public void paragraph(int indent, String text) {
        for (String line : wrap(text, readable() - indent)) {
            line(" ".repeat(indent) + line);
        }
    }

    /**
     * Terms in a column on the left, descriptions on the right, wrapped within their column.
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

    /** The text, truncated with an ellipsis if it is too long. */
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
