package dev.mig.command;

import dev.mig.report.StepEntry;
import dev.mig.script.ScriptStep;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What reports say of the steps of a script. */
final class StepEntries {
    private StepEntries() {}

    /**
     * @param statements to be shown; none where nobody looks
     * @param millis null where it did not run
     */
    static StepEntry of(Project project, ScriptStep step, List<String> statements, @Nullable Long millis) {
        return new StepEntry(
                step.revision(),
                step.step().revision().message(),
                project.fileName(step.revision()),
                step.grade().name().toLowerCase(Locale.ROOT),
                step.isTransactional(),
                statements,
                millis);
    }
}
