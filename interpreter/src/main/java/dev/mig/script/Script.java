package dev.mig.script;

import dev.mig.revision.Plan;
import java.util.List;

/**
 * A plan as SQL for one database. Immutable and complete: nothing else is sent.
 *
 * @param transactions where {@link Transactions#ALL}, every step is transactional
 */
public record Script(Plan plan, SqlStyle style, Transactions transactions, List<ScriptStep> steps) {
    public Script {
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
