package dev.mig.syntax;

import dev.mig.syntax.Run.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of a text while it is printed: decides what stands on one line, and keeps count of the indentation. */
final class Page {
    private final Layout layout;
    private final Gaps gaps;
    private final List<Line> lines = new ArrayList<>();
    private int indent;

    Page(Layout layout, Gaps gaps) {
        this.layout = layout;
        this.gaps = gaps;
    }

    Layout layout() {
        return layout;
    }

    Gaps gaps() {
        return gaps;
    }

    List<Line> lines() {
        return lines;
    }

    void put(Run run) {
        add(run, "", run.to());
    }

    /** Ends the run in a brace, and indents what follows. */
    void open(Run run, int afterBrace) {
        add(run, " {", afterBrace);
        indent += step();
    }

    /** Ends what {@link #open} began; the run that it returns is still to be put, or opened again. */
    Run close(int brace) {
        indent -= step();
        return Run.closing(brace);
    }

    private int step() {
        return switch (layout) {
            case PAGE -> Layout.STEP;
            case DENSE -> 0;
        };
    }

    private void add(Run run, String brace, int to) {
        List<Clause> clauses = run.clauses();
        boolean broken = layout == Layout.PAGE
                && clauses.size() > 1
                && (run.isBroken()
                        || !fits(clauses, brace)
                        || gaps.hasComment(clauses.getFirst().to(), to));
        if (!broken) {
            String text = clauses.stream().map(it -> it.text().apply(indent)).collect(Collectors.joining(" "));
            lines.add(new Line(indent, text + brace, run.from(), to, run.spacing(), !brace.isEmpty(), run.closes()));
            return;
        }
        for (int index = 0; index < clauses.size(); index++) {
            Clause clause = clauses.get(index);
            boolean first = index == 0;
            boolean last = index == clauses.size() - 1;
            int column = first ? indent : indent + Layout.STEP + clause.pad();
            lines.add(new Line(
                    column,
                    clause.text().apply(column) + (last ? brace : ""),
                    clause.from(),
                    last ? to : clause.to(),
                    first ? run.spacing() : Spacing.GLUED,
                    last && !brace.isEmpty(),
                    first && run.closes()));
        }
    }

    /** Whether the clauses fit on one line, the inner lines of SQL aside. */
    private boolean fits(List<Clause> clauses, String brace) {
        int column = indent - 1;
        for (Clause clause : clauses) {
            String text = clause.text().apply(indent);
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
