package dev.mig.syntax.print;

import dev.mig.source.Source;
import dev.mig.syntax.tree.Comment;
import java.util.List;

/**
 * The text between the nodes of a tree: blanks, separators and comments. The tree says where nodes are; this says
 * where the braces and keywords around them are. Without a source, every answer is the given offset.
 */
final class Trivia {
    private final String text;
    private final Source source;
    private final List<Comment> comments;

    Trivia(Source source, List<Comment> comments) {
        this.source = source;
        this.text = source.text();
        this.comments = comments;
    }

    static Trivia none() {
        return new Trivia(new Source("", ""), List.of());
    }

    boolean isNone() {
        return text.isEmpty();
    }

    List<Comment> comments() {
        return comments;
    }

    /** Offset of the first thing at the offset or after it. */
    int next(int offset) {
        int at = offset;
        int index = firstCommentFrom(offset);
        while (at < text.length()) {
            while (index < comments.size() && comments.get(index).span().start() < at) {
                index++;
            }
            if (index < comments.size() && comments.get(index).span().start() == at) {
                at = comments.get(index).span().end();
            } else if (isGap(text.charAt(at))) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** Offset after the last thing that ends at the offset or before it. */
    int previous(int offset) {
        int at = Math.min(offset, text.length());
        int index = firstCommentFrom(at) - 1;
        while (at > 0) {
            while (index >= 0 && comments.get(index).span().end() > at) {
                index--;
            }
            if (index >= 0 && comments.get(index).span().end() == at) {
                at = comments.get(index).span().start();
            } else if (isGap(text.charAt(at - 1))) {
                at--;
            } else {
                break;
            }
        }
        return at;
    }

    boolean hasComment(int from, int to) {
        int index = firstCommentFrom(from);
        return index < comments.size() && comments.get(index).span().start() < to;
    }

    boolean hasBlankLine(int from, int to) {
        boolean ended = false;
        for (int at = from; at < Math.min(to, text.length()); at++) {
            char it = text.charAt(at);
            if (it == '\n' && ended) {
                return true;
            }
            ended = it == '\n' || (ended && Character.isWhitespace(it));
        }
        return false;
    }

    boolean onOneLine(int one, int other) {
        return !isNone() && source.line(one) == source.line(other);
    }

    private static boolean isGap(char it) {
        return Character.isWhitespace(it) || it == ',' || it == ';' || it == '\u00a0' || it == '\ufeff';
    }

    private int firstCommentFrom(int offset) {
        int low = 0;
        int high = comments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (comments.get(middle).span().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
