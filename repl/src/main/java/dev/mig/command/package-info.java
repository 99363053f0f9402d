/**
 * The commands: arguments in, a {@link dev.mig.report.Report} out.
 *
 * <p>One class per command, shared by the command line and the shell. Nothing here touches the process: streams,
 * environment, clock and randomness come from {@link dev.mig.project.ProcessEnvironment}.
 */
@NullMarked
package dev.mig.command;

import org.jspecify.annotations.NullMarked;
