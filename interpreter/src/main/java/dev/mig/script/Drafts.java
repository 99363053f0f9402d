package dev.mig.script;

import dev.mig.model.Operation;
import dev.mig.script.Statement.Effect;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a dialect produces for one operation: statements in order, and diagnostics.
 *
 * <p>Collects only. An operation that is refused leaves a diagnostic; its statements are never sent.
 */
final class Drafts {
    /**
     * @param outside whether it must not stand in a transaction with others
     * @param fresh a value that it makes, and that nothing may use before this is committed; null for none
     */
    record Draft(
            Statement statement, boolean outside, @Nullable String fresh) {}

    private final SqlStyle style;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private String what = "";
    private Span span = Span.none();
    private boolean outside;

    Drafts(SqlStyle style) {
        this.style = style;
    }

    /** Begins the statements of an operation. */
    void begin(Operation operation) {
        what = OperationSummary.of(operation);
        span = operation.span();
    }

    /** The following statements originate at this position within the operation. */
    void at(Span place) {
        span = place;
    }

    void outside(Runnable writing) {
        boolean before = outside;
        outside = true;
        writing.run();
        outside = before;
    }

    void structure(String sql) {
        add(new Statement.Execute(BoundSql.of(sql), Effect.STRUCTURE, what, span));
    }

    void rows(BoundSql sql) {
        add(new Statement.Execute(sql, Effect.ROWS, what, span));
    }

    void raw(String sql, Effect effect, Span place) {
        add(new Statement.Execute(BoundSql.of(sql), effect, what, place));
    }

    /** @param known what the replayed schema has of it; null where it does not know enough */
    void restated(Restatement how, @Nullable SqliteMaster known) {
        Statement.Restated restated = new Statement.Restated(how, known, what, span);
        // What is already refused would only be refused again.
        if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
            try {
                var unused = restated.known();
            } catch (DiagnosticException e) {
                diagnostics.addAll(e.diagnostics());
            }
        }
        add(restated);
    }

    void add(Statement statement) {
        drafts.add(new Draft(statement, outside, null));
    }

    /** Whether the last statement ran can be determined after an interruption. */
    void provenBy(Statement.Proof proof) {
        Draft last = drafts.removeLast();
        Statement statement = last.statement() instanceof Statement.Execute it
                ? new Statement.Execute(it.sql(), it.effect(), it.what(), it.span(), proof)
                : last.statement();
        drafts.add(new Draft(statement, last.outside(), last.fresh()));
    }

    /** The last statement creates a value that the same transaction cannot use. */
    void notUsableBeforeCommit(String value) {
        Draft last = drafts.removeLast();
        drafts.add(new Draft(last.statement(), last.outside(), value));
    }

    String what() {
        return what;
    }

    Span span() {
        return span;
    }

    /** The database lacks what the author wants, and leaving it out would change the meaning. */
    void refuse(String lacking, String... waysOut) {
        refuse(Code.DATABASE_LACKS, style.name() + " has no " + lacking, waysOut);
    }

    void refuse(Feature lacking, String... waysOut) {
        refuse(lacking.words(), waysOut);
    }

    void refuse(Code code, String message, String... waysOut) {
        diagnostics.add(Diagnostic.error(code, span, message, waysOut));
    }

    /** The database lacks it, and nothing is lost without it. */
    void leaveOut(Feature lacking) {
        leaveOut(lacking.words());
    }

    void leaveOut(String lacking) {
        diagnostics.add(Diagnostic.note(Code.LEFT_OUT, span, style.name() + " has no " + lacking + ": left out"));
    }

    List<Draft> drafts() {
        return drafts;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
