package dev.mig.script;

import dev.mig.model.Grade;
import dev.mig.revision.Step;
import dev.mig.source.Diagnostic;
import java.util.List;

/**
 * One step of a plan with everything it sends.
 *
 * @param step the revision, the direction and what happens to the version table
 * @param grade the worst of what this direction runs
 * @param parts in order; none where the step only moves the version table
 * @param notes what was left out, and where
 */
public record ScriptStep(Step step, Grade grade, List<Part> parts, List<Diagnostic> notes) {
    public ScriptStep {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    public String revision() {
        return step.revision().id();
    }

    /** All of it commits together, with the change of the version table. */
    public boolean isTransactional() {
        return parts.isEmpty() || (parts.size() == 1 && parts.getFirst().transactional());
    }

    public List<Statement> statements() {
        return parts.stream().flatMap(it -> it.statements().stream()).toList();
    }

    /** What a person would run by hand: literals, never a {@code ?} for a value. */
    public List<String> literalStatements(SqlStyle style) {
        return statements().stream().map(it -> it.literal(style)).toList();
    }
}
