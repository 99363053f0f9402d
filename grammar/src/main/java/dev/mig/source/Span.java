package dev.mig.source;

/**
 * A range of characters in a source.
 *
 * @param start offset of the first UTF-16 unit, from 0
 * @param end offset after the last one; equal to {@code start} for a place between two characters
 */
public record Span(Source source, int start, int end) {
    private static final Span NONE = new Span(new Source("", ""), 0, 0);

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + ".." + end);
        }
    }

    /** For things that were derived or generated rather than written. */
    public static Span none() {
        return NONE;
    }

    public boolean isNone() {
        return equals(NONE);
    }

    public int line() {
        return source.line(start);
    }

    public int column() {
        return source.column(start);
    }

    /** {@code file:line:column} as editors understand it. */
    public String location() {
        return source.name() + ":" + line() + ":" + column();
    }

    public String text() {
        return source.text().substring(start, end);
    }

    /** From the start of this span to the end of the other, both in one source. */
    public Span to(Span other) {
        return new Span(source, start, Math.max(end, other.end));
    }
}
