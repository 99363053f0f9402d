package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.report.Report;

/**
 * One thing that {@code migrate} can do. It was made with the {@link Words} that it declared its options on, and reads
 * them when it runs.
 *
 * <p>It reads everything it needs through the project, decides without touching anything, acts last, and returns what
 * came of it. It prints nothing; what people have to be told while it runs goes through {@link Project#console}.
 */
public interface Command {
    /** Throws {@link dev.mig.source.DiagnosticException} when it cannot do its work. */
    Report run(Project project);
}
