package dev.mig.syntax;

import dev.mig.source.Source;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A source as ANTLR's lexer reads it: by code points, but counted in UTF-16 units, so that a token's place is a place
 * in the source and nothing is copied.
 */
final class SourceStream implements CharStream {
    private final String name;
    private final String text;
    private int at;

    SourceStream(Source source, int start) {
        this.name = source.name();
        this.text = source.text();
        this.at = start;
    }

    @Override
    public void consume() {
        if (at >= text.length()) {
            throw new IllegalStateException("cannot consume EOF");
        }
        at += Character.charCount(text.codePointAt(at));
    }

    @Override
    public int LA(int offset) {
        if (offset == 1) {
            return at < text.length() ? text.codePointAt(at) : IntStream.EOF;
        }
        if (offset == -1) {
            return at > 0 ? text.codePointBefore(at) : IntStream.EOF;
        }
        throw new IllegalArgumentException("the lexer looks one character ahead or behind, not " + offset);
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = Math.min(index, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
    }

    @Override
    public String getSourceName() {
        return name;
    }
}
