package dev.mig.script;

import dev.mig.model.Grade;
import dev.mig.revision.Step;
import dev.mig.source.Diagnostic;
import java.util.List;
import java.util.Map;

/**
 * One step of a plan with all its statements.
 *
 * @param step the revision, the direction and what happens to the version table
 * @param grade the worst of what this direction runs
 * @param parts in order; none where the step only moves the version table
 * @param notes what was left out, and where
 * @param evidence by the place of a statement, from 1: of those of the first step of a script that commit by themselves
 *     and are the whole of an operation
 */
public record ScriptStep(
        Step step, Grade grade, List<Part> parts, List<Diagnostic> notes, Map<Integer, Evidence> evidence) {
    public ScriptStep {
        evidence = Map.copyOf(evidence);
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

    /** For running by hand: literals, never a {@code ?}. */
    public List<String> literalStatements(SqlStyle style) {
        return statements().stream().map(it -> it.literal(style)).toList();
    }
}
