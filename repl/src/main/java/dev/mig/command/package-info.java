/**
 * The commands: words in, a {@link dev.mig.report.Report} out.
 *
 * <p>One class a command. The command line and the shell run the same ones. Nothing here touches the process it runs
 * in: streams, environment, clock and randomness come in {@link dev.mig.project.ProcessEnvironment}.
 */
@NullMarked
package dev.mig.command;

import org.jspecify.annotations.NullMarked;
