package dev.mig.syntax.print;

import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The clauses of a statement or item, in order: on one line if they fit and no comment is between them, else one per
 * line. A brace ends a run; what follows the closing brace is another run.
 */
final class ClauseRun {
    /**
     * @param text given the indentation, in columns, of the line that it stands on
     * @param pad columns by which it stands further in than a clause does, below the first of a list
     */
    record Clause(IntFunction<String> text, int pad, int from, int to) {}

    private static final int UNSAID = -1;

    private final Spacing spacing;
    private final int indent;
    private final List<Clause> clauses = new ArrayList<>();
    private boolean broken;

    private ClauseRun(Spacing spacing, int indent) {
        this.spacing = spacing;
        this.indent = indent;
    }

    static ClauseRun of(Spacing spacing) {
        return new ClauseRun(spacing, UNSAID);
    }

    /** What begins with the closing brace at the offset, which stands as far in as the line that opened it. */
    static ClauseRun closing(int brace, int indent) {
        return new ClauseRun(Spacing.CLOSE, indent).clause("}", brace, brace + 1);
    }

    ClauseRun clause(String text, int from, int to) {
        return clause(indent -> text, from, to);
    }

    ClauseRun clause(String text, Span from, Span to) {
        return clause(text, from.start(), to.end());
    }

    ClauseRun clause(IntFunction<String> text, int from, int to) {
        clauses.add(new Clause(text, 0, from, to));
        return this;
    }

    /** Words that belong to the last clause and stay on its line, as {@code else} stays behind its brace. */
    ClauseRun joined(String words, int to) {
        Clause last = clauses.removeLast();
        return clause(indent -> last.text().apply(indent) + ' ' + words, last.from(), to);
    }

    /** A list whose first item follows the keyword, with the others below the first. */
    ClauseRun list(String word, List<String> items, List<Span> spans) {
        for (int index = 0; index < items.size(); index++) {
            String text = (index == 0 ? word + " " : "") + items.get(index) + (index < items.size() - 1 ? "," : "");
            int pad = index == 0 ? 0 : word.length() + 1;
            clauses.add(new Clause(
                    indent -> text,
                    pad,
                    spans.get(index).start(),
                    spans.get(index).end()));
        }
        return this;
    }

    /** Each clause on a line of its own, even if they would fit on one. */
    ClauseRun breakIf(boolean condition) {
        broken |= condition;
        return this;
    }

    Spacing spacing() {
        return spacing;
    }

    boolean closes() {
        return indent != UNSAID;
    }

    /** How far in its first line stands where the lines around it stand so far in. */
    int indent(int around) {
        return closes() ? indent : around;
    }

    boolean isBroken() {
        return broken;
    }

    List<Clause> clauses() {
        return clauses;
    }

    int from() {
        return clauses.getFirst().from();
    }

    int to() {
        return clauses.getLast().to();
    }
}
