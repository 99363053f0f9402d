package dev.mig.project;

import dev.mig.report.StepEntry;
import dev.mig.script.Part;
import dev.mig.script.ScriptStep;
import dev.mig.script.SqlStyle;
import dev.mig.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Converts the steps of a script into entries for reports. */
public final class StepEntries {
    private StepEntries() {}

    /**
     * With all statements.
     *
     * @param finished how many statements are done already, and are left out
     * @param millis null where it did not run
     */
    public static StepEntry whole(
            Project project, SqlStyle style, ScriptStep step, int finished, @Nullable Long millis) {
        List<StepEntry.Part> parts = new ArrayList<>();
        int place = 0;
        for (Part part : step.parts()) {
            List<String> left = new ArrayList<>();
            for (Statement statement : part.statements()) {
                if (place++ >= finished) {
                    left.add(statement.literal(style));
                }
            }
            if (!left.isEmpty()) {
                parts.add(new StepEntry.Part(part.transactional(), left));
            }
        }
        return of(project, step, parts, millis);
    }

    /** Without statements, where nobody looks at them: generating them is expensive. */
    public static StepEntry plain(Project project, ScriptStep step, @Nullable Long millis) {
        return of(project, step, List.of(), millis);
    }

    private static StepEntry of(Project project, ScriptStep step, List<StepEntry.Part> parts, @Nullable Long millis) {
        return new StepEntry(
                step.revision(),
                step.step().revision().message(),
                project.fileName(step.revision()),
                step.grade().name().toLowerCase(Locale.ROOT),
                step.isTransactional(),
                parts,
                millis);
    }
}
