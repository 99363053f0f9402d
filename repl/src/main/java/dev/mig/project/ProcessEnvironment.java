package dev.mig.project;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everything outside the program that a command may use: streams, environment variables, clock, randomness. Tests and
 * the shell pass their own.
 *
 * @param directory where the user stands; absolute
 * @param in what is typed or piped in, where nobody reads it by other means
 * @param questions how somebody is asked
 * @param out results; whoever made it flushes it
 * @param random for ids of new revisions; made only when one is needed
 * @param user of the operating system, for the journal
 * @param host for the journal; finding it out may take a while
 * @param version of this program
 */
public record ProcessEnvironment(
        Path directory,
        Map<String, String> environment,
        BufferedReader in,
        Questions questions,
        PrintWriter out,
        PrintWriter err,
        Terminal terminal,
        Clock clock,
        Supplier<RandomGenerator> random,
        String user,
        Supplier<String> host,
        String version,
        Interruption interruption) {

    /** Puts a question to whoever sits there. */
    @FunctionalInterface
    public interface Questions {
        /** The line that is answered; null at the end of the input. */
        @Nullable
        String ask(String question);

        /** The question on one stream, the answer from another. */
        static Questions on(BufferedReader in, PrintWriter err) {
            return question -> {
                err.print(question + " ");
                err.flush();
                try {
                    String answer = in.readLine();
                    if (answer == null) {
                        err.println();
                    }
                    return answer;
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            };
        }
    }

    /** Whether the person wants colours, on a terminal that shows them. */
    public boolean colours() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb();
    }

    /** Whether the terminal, if there is one, shows text and can do nothing else: it never goes back on its line. */
    public boolean isDumb() {
        return "dumb".equals(environment.get("TERM"));
    }

    /** The same, for a command that can be stopped apart from everything else. */
    public ProcessEnvironment withInterruption(Interruption other) {
        return new ProcessEnvironment(
                directory, environment, in, questions, out, err, terminal, clock, random, user, host, version, other);
    }

    /** The same for somebody who sits at another terminal, where everything is written to one screen. */
    public ProcessEnvironment at(Terminal other, Questions asked, PrintWriter screen) {
        return new ProcessEnvironment(
                directory,
                environment,
                in,
                asked,
                screen,
                screen,
                other,
                clock,
                random,
                user,
                host,
                version,
                interruption);
    }

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
