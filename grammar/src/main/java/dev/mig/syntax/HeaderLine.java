package dev.mig.syntax;

import dev.mig.source.Span;
import dev.mig.syntax.tree.Header.Ref;
import org.jspecify.annotations.Nullable;

/** Reads one header line from left to right. */
final class HeaderLine {
    private final Span line;
    private final String text;
    private int at;

    /** A message in single quotes, {@code ''} undoubled. */
    record Quoted(String text, boolean closed, Span span) {}

    HeaderLine(Span line) {
        this.line = line;
        this.text = line.source().text();
        this.at = line.start();
    }

    /** Another reader at the same place. */
    HeaderLine copy() {
        HeaderLine copy = new HeaderLine(line);
        copy.at = at;
        return copy;
    }

    /** The next run of characters other than blanks, commas and quotes; null where there is none. */
    @Nullable
    Ref word() {
        skipBlanks();
        int start = at;
        while (at < line.end() && text.charAt(at) > ' ' && text.charAt(at) != ',' && text.charAt(at) != '\'') {
            at++;
        }
        return start == at
                ? null
                : new Ref(text.substring(start, at), line.source().span(start, at));
    }

    boolean comma() {
        skipBlanks();
        if (at < line.end() && text.charAt(at) == ',') {
            at++;
            return true;
        }
        return false;
    }

    boolean isAtQuote() {
        skipBlanks();
        return at < line.end() && text.charAt(at) == '\'';
    }

    @Nullable
    Quoted quoted() {
        if (!isAtQuote()) {
            return null;
        }
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < line.end()) {
            char c = text.charAt(at++);
            if (c != '\'') {
                value.append(c);
            } else if (at < line.end() && text.charAt(at) == '\'') {
                value.append(c);
                at++;
            } else {
                return new Quoted(value.toString(), true, line.source().span(start, at));
            }
        }
        return new Quoted(value.toString(), false, line.source().span(start, at));
    }

    boolean isAtEnd() {
        skipBlanks();
        return at == line.end();
    }

    /** The current position, where something is missing. */
    Span place() {
        skipBlanks();
        return line.source().span(at, at == line.end() ? at : at + 1);
    }

    /** The unread rest. */
    Span rest() {
        skipBlanks();
        return line.source().span(at, line.end());
    }

    /** Everything read after the first word. */
    String start(String word) {
        return text.substring(Math.min(line.start() + word.length(), at), at).strip();
    }

    private void skipBlanks() {
        while (at < line.end() && text.charAt(at) <= ' ') {
            at++;
        }
    }
}
