package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.source.Suggestions;
import dev.mig.syntax.tree.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The part of a file that can contain its header, split into lines without comment marks.
 *
 * @param lines what may be header lines, blanks around them stripped, in order
 * @param comments comments between and after bare header lines; none in files where the header itself is a comment
 * @param problems what keeps the lines from being found: a comment that is never closed
 * @param bodyStart offset of the first character after the header: in a {@code .mig} file that of {@code upgrade}
 * @param endsInside whether something after the header was seen, so that more text could not change it
 */
record HeaderLines(
        Source source,
        List<Span> lines,
        List<Comment> comments,
        List<Diagnostic> problems,
        int bodyStart,
        boolean endsInside) {

    /** The lines at the top of a {@code .mig} file. */
    static HeaderLines bare(Source source) {
        return new Bare(source).read();
    }

    /** The lines of the comments that a file begins with; {@code mark} begins a comment up to the line's end. */
    static HeaderLines commented(Source source, String mark) {
        String text = source.text();
        List<Span> lines = new ArrayList<>();
        int at = 0;
        while (true) {
            at = skipBlanks(text, at, true);
            if (at == text.length()) {
                return new HeaderLines(source, lines, List.of(), List.of(), at, false);
            }
            if (text.startsWith(mark, at)) {
                int end = endOfLine(text, at);
                Span line = trimmed(source, at + mark.length(), end);
                String word = line.text().toLowerCase(Locale.ROOT);
                if (word.equals("upgrade") || word.equals("downgrade")) {
                    return new HeaderLines(source, lines, List.of(), List.of(), at, true);
                }
                lines.add(line);
                at = end;
            } else if (text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                int end = close < 0 ? text.length() : close;
                for (int start = at + 2; start <= end; start = Math.min(endOfLine(text, start), end) + 1) {
                    lines.add(withoutStar(trimmed(source, start, Math.min(endOfLine(text, start), end))));
                }
                at = close < 0 ? end : close + 2;
            } else {
                return new HeaderLines(source, lines, List.of(), List.of(), at, at + 1 < text.length());
            }
        }
    }

    private static Span withoutStar(Span line) {
        boolean star = line.text().startsWith("*");
        return star ? trimmed(line.source(), line.start() + 1, line.end()) : line;
    }

    private static Span trimmed(Source source, int start, int end) {
        String text = source.text();
        int from = start;
        int to = end;
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return source.span(from, to);
    }

    private static int endOfLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static int skipBlanks(String text, int start, boolean overLines) {
        int at = start;
        while (at < text.length() && text.charAt(at) <= ' ' && (overLines || text.charAt(at) != '\n')) {
            at++;
        }
        return at;
    }

    /** Walks over bare lines and the comments between them. */
    private static final class Bare {
        private final Source source;
        private final String text;
        private final List<Span> lines = new ArrayList<>();
        private final List<Comment> comments = new ArrayList<>();
        private final List<Diagnostic> problems = new ArrayList<>();

        Bare(Source source) {
            this.source = source;
            this.text = source.text();
        }

        HeaderLines read() {
            int at = 0;
            while (true) {
                at = skipBlanks(text, at, true);
                if (at == text.length()) {
                    return done(at, false);
                }
                if (isComment(at)) {
                    at = comment(at, true);
                } else if (beginsBody(at)) {
                    return done(at, true);
                } else {
                    at = line(at);
                }
            }
        }

        private HeaderLines done(int bodyStart, boolean endsInside) {
            return new HeaderLines(source, lines, comments, problems, bodyStart, endsInside);
        }

        private boolean isComment(int at) {
            return text.startsWith("--", at) || text.startsWith("/*", at);
        }

        private boolean beginsBody(int at) {
            int end = at;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            // A truncated word is unknown.
            if (end == at) {
                return at + 1 < text.length();
            }
            if (end == text.length()) {
                return false;
            }
            String word = text.substring(at, end).toLowerCase(Locale.ROOT);
            // A statement begins the body if the upgrade block is missing.
            if (Keywords.beginsBlock(word) || Keywords.beginsStatement(word)) {
                return true;
            }
            return text.startsWith("{", skipBlanks(text, end, false))
                    && Suggestions.nearest(word, Set.of("upgrade")).isPresent();
        }

        /** Takes a comment in; returns where it ends. */
        private int comment(int at, boolean ownLine) {
            boolean block = text.charAt(at) == '/';
            int close = block ? text.indexOf("*/", at + 2) : endOfLine(text, at) - 2;
            if (block && close < 0) {
                problems.add(Diagnostic.error(
                        Code.UNCLOSED, source.span(at, at + 2), "the comment that opens here is never closed", "*/"));
                return text.length();
            }
            Span span = source.span(at, close + 2);
            comments.add(new Comment(span.text(), ownLine, span));
            return close + 2;
        }

        /** Takes a header line in, and the comments behind it; returns where it ends. */
        private int line(int start) {
            int at = start;
            boolean quoted = false;
            while (at < text.length() && text.charAt(at) != '\n') {
                if (text.charAt(at) == '\'') {
                    quoted = !quoted;
                } else if (!quoted && isComment(at)) {
                    break;
                }
                at++;
            }
            lines.add(trimmed(source, start, at));
            while (at < text.length() && text.charAt(at) != '\n') {
                at = isComment(at) ? comment(at, false) : at + 1;
            }
            return at;
        }
    }
}
