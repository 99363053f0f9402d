package dev.mig.syntax.print;

import dev.mig.syntax.tree.Comment;
import java.util.ArrayList;
import java.util.List;

/**
 * Inserts comments where they were into the lines printed from a tree.
 *
 * <p>A comment behind something stays on that line; one on a line of its own stays before what followed it; one
 * inside something that became a single line moves above that line. None is lost, and formatting again changes
 * nothing.
 */
final class CommentPlacement {
    private final Trivia gaps;
    private final List<Comment> comments;
    private final StringBuilder out = new StringBuilder();
    private int next;
    /** Offset in the source up to which everything is written. */
    private int done;

    private boolean afterOpen = true;

    private CommentPlacement(Trivia gaps) {
        this.gaps = gaps;
        this.comments = gaps.comments();
    }

    /** Each line with LF after it. */
    static String text(Page page) {
        CommentPlacement weave = new CommentPlacement(page.gaps());
        List<Line> lines = page.lines();
        for (int index = 0; index < lines.size(); index++) {
            int until = index + 1 < lines.size() ? lines.get(index + 1).from() : Integer.MAX_VALUE;
            weave.line(lines.get(index), until, page.layout());
        }
        weave.rest();
        return weave.out.toString();
    }

    private void line(Line line, int until, Layout layout) {
        List<Comment> before = takeUntil(line.from());
        List<Comment> amid = takeUntil(line.to());
        boolean[] blank = blanks(before, line, layout);
        for (int index = 0; index < before.size(); index++) {
            write(blank[index], line.commentIndent(), text(before.get(index)));
            out.append('\n');
            done = before.get(index).span().end();
        }
        boolean apart = blank[before.size()];
        for (Comment comment : amid) {
            write(apart, line.commentIndent(), text(comment));
            out.append('\n');
            apart = false;
        }
        write(apart, line.indent(), line.text());
        done = Math.max(done, line.to());
        afterOpen = line.opens();
        trailing(until);
        out.append('\n');
    }

    /** Which of the comments, and the line after them, have a blank line before them. */
    private boolean[] blanks(List<Comment> before, Line line, Layout layout) {
        boolean[] blank = new boolean[before.size() + 1];
        if (layout == Layout.DENSE || line.spacing() == Spacing.GLUED) {
            return blank;
        }
        int from = done;
        boolean any = false;
        for (int index = 0; index < before.size(); index++) {
            blank[index] = gaps.hasBlankLine(from, before.get(index).span().start());
            any |= blank[index];
            from = before.get(index).span().end();
        }
        boolean kept = line.spacing() != Spacing.CLOSE || !before.isEmpty();
        blank[before.size()] = kept && gaps.hasBlankLine(from, line.from());
        any |= blank[before.size()];
        if (line.spacing() == Spacing.APART && !any) {
            blank[0] = true;
        }
        if (afterOpen) {
            blank[0] = false;
        }
        if (line.closes()) {
            blank[before.size()] = false;
        }
        return blank;
    }

    /** The comments that stood behind the line which has just been written, as many as may follow each other. */
    private void trailing(int until) {
        while (next < comments.size()) {
            Comment comment = comments.get(next);
            if (comment.ownLine()
                    || comment.span().start() >= until
                    || !gaps.onOneLine(done, comment.span().start())) {
                return;
            }
            out.append("  ").append(text(comment));
            done = comment.span().end();
            next++;
            if (comment.text().startsWith("--") || comment.text().indexOf('\n') >= 0) {
                return;
            }
        }
    }

    private void rest() {
        while (next < comments.size()) {
            Comment comment = comments.get(next++);
            boolean blank = !afterOpen && gaps.hasBlankLine(done, comment.span().start());
            write(blank, 0, text(comment));
            out.append('\n');
            done = comment.span().end();
        }
    }

    private List<Comment> takeUntil(int offset) {
        List<Comment> taken = new ArrayList<>();
        while (next < comments.size() && comments.get(next).span().start() < offset) {
            taken.add(comments.get(next++));
        }
        return taken;
    }

    private void write(boolean blank, int indent, String text) {
        if (blank) {
            out.append('\n');
        }
        out.append(" ".repeat(indent)).append(text);
        afterOpen = false;
    }

    private static String text(Comment comment) {
        return comment.text().stripTrailing();
    }
}
