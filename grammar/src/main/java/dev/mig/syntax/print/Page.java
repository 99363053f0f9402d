package dev.mig.syntax.print;

import dev.mig.syntax.print.ClauseRun.Clause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of a text being printed: decides what goes on one line, and tracks indentation. */
final class Page {
    private final Layout layout;
    private final Trivia gaps;
    private final List<Line> lines = new ArrayList<>();
    private final Deque<Integer> around = new ArrayDeque<>();
    private int indent;

    Page(Layout layout, Trivia gaps) {
        this.layout = layout;
        this.gaps = gaps;
    }

    Layout layout() {
        return layout;
    }

    Trivia gaps() {
        return gaps;
    }

    List<Line> lines() {
        return lines;
    }

    void put(ClauseRun run) {
        add(run, "", run.to());
    }

    /** Ends the run in a brace, and indents what follows. */
    void open(ClauseRun run, int afterBrace) {
        add(run, " {", afterBrace);
        around.push(indent);
        around.push(lines.getLast().indent());
        indent = lines.getLast().indent() + step();
    }

    /** Ends what {@link #open} began; the run that it returns is still to be put, or opened again. */
    ClauseRun close(int brace) {
        int opened = around.pop();
        indent = around.pop();
        return ClauseRun.closing(brace, opened);
    }

    private int step() {
        return switch (layout) {
            case PAGE -> Layout.STEP;
            case DENSE -> 0;
        };
    }

    private void add(ClauseRun run, String brace, int to) {
        List<Clause> clauses = run.clauses();
        int margin = run.indent(indent);
        boolean broken = layout == Layout.PAGE
                && clauses.size() > 1
                && (run.isBroken() || !fits(clauses, margin, brace) || hasCommentBetween(clauses));
        if (!broken) {
            String text = clauses.stream().map(it -> it.text().apply(margin)).collect(Collectors.joining(" "));
            lines.add(new Line(margin, text + brace, run.from(), to, run.spacing(), !brace.isEmpty(), run.closes()));
            return;
        }
        for (int index = 0; index < clauses.size(); index++) {
            Clause clause = clauses.get(index);
            boolean first = index == 0;
            boolean last = index == clauses.size() - 1;
            int column = first ? margin : margin + Layout.STEP + clause.pad();
            lines.add(new Line(
                    column,
                    last
                            ? clause.text().apply(column) + brace
                            : clause.text().apply(column).stripTrailing(),
                    clause.from(),
                    last ? to : clause.to(),
                    first ? run.spacing() : Spacing.GLUED,
                    last && !brace.isEmpty(),
                    first && run.closes()));
        }
    }

    private boolean hasCommentBetween(List<Clause> clauses) {
        for (int index = 1; index < clauses.size(); index++) {
            if (gaps.hasComment(clauses.get(index - 1).to(), clauses.get(index).from())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clauses fit on one line, the inner lines of SQL aside. */
    private boolean fits(List<Clause> clauses, int margin, String brace) {
        int column = margin - 1;
        for (Clause clause : clauses) {
            String text = clause.text().apply(margin);
            int firstEnd = text.indexOf('\n');
            column += 1 + (firstEnd < 0 ? text.length() : firstEnd);
            if (column > Layout.WIDTH) {
                return false;
            }
            if (firstEnd >= 0) {
                column = text.length() - text.lastIndexOf('\n') - 1;
            }
        }
        return column + brace.length() <= Layout.WIDTH;
    }
}
