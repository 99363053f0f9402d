package dev.mig.command;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Everything outside that a command may reach for, so that a test or the shell can stand in for a process.
 *
 * @param directory where the user stands; absolute
 * @param out results; whoever made it flushes it
 * @param random for ids of new revisions; made only when one is needed
 * @param user of the operating system, for the journal
 * @param host for the journal; finding it out may take a while
 * @param version of this program
 */
public record Surroundings(
        Path directory,
        Map<String, String> environment,
        BufferedReader in,
        PrintWriter out,
        PrintWriter err,
        Terminal terminal,
        Clock clock,
        Supplier<RandomGenerator> random,
        String user,
        Supplier<String> host,
        String version,
        Interruption interruption) {

    /**
     * Which of the streams are a terminal.
     *
     * @param width columns; asked only when somebody needs it, since finding out may cost a process
     */
    public record Terminal(boolean in, boolean out, boolean err, IntSupplier width) {
        public static final Terminal NONE = new Terminal(false, false, false, () -> Integer.MAX_VALUE);

        /** Whether a question can be put and answered. */
        public boolean asks() {
            return in && err;
        }
    }
}
