package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.report.Report;

/**
 * One command of {@code migrate}. It is constructed with the {@link Words} on which it declares its arguments, and
 * reads their values when it runs.
 *
 * <p>A command reads everything it needs through the project, decides without side effects, acts last, and returns
 * the result. It does not print; messages during the run go through {@link Project#console}.
 */
public interface Command {
    /** Throws {@link dev.mig.source.DiagnosticException} if it cannot do its work. */
    Report run(Project project);
}
