package dev.mig.session;

import dev.mig.command.CommandRegistry;
import dev.mig.command.Migrate;
import dev.mig.project.Interruption;
import dev.mig.project.ProcessEnvironment;
import dev.mig.project.ProcessEnvironment.Questions;
import dev.mig.project.ProcessEnvironment.Terminal;
import dev.mig.source.Exit;
import dev.mig.terminal.ShellCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Somebody at a prompt in a folder: types words, sees two streams and an exit code.
 *
 * <p>Everything from the words to the database is real; the clock stands still, and random ids are the same each time.
 */
public class CommandLineSession {
    protected static final String COMMAND_LINE = "command line";
    protected static final String PROMPT = "prompt";

    /** Where somebody may type. */
    static final Set<String> PLACES = Set.of(COMMAND_LINE, PROMPT);

    private final Path directory;
    private final RandomGenerator random = new Random(7);

    public CommandLineSession(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    public record Result(Exit exit, String out, String err) {}

    /** With streams that are no terminal, and an empty environment. */
    public Result migrate(String... words) {
        return run(List.of(words), Map.of(), Terminal.NONE, "");
    }

    /** On a terminal of 80 columns, where the input is typed. */
    public Result onTerminal(String input, String... words) {
        return run(List.of(words), Map.of(), new Terminal(true, true, true, () -> 80), input);
    }

    /** On a terminal, where something happens while the question stands there. */
    public Result onTerminal(Runnable meanwhile, String answer, String... words) {
        BufferedReader in = new BufferedReader(new StringReader(answer + "\n")) {
            @Override
            public String readLine() throws IOException {
                meanwhile.run();
                return super.readLine();
            }
        };
        return run(List.of(words), Map.of(), new Terminal(true, true, true, () -> 80), in, new Interruption());
    }

    /** With streams that are no terminal, and a Ctrl-C that others may press. */
    public Result migrate(Interruption interruption, String... words) {
        return run(List.of(words), Map.of(), Terminal.NONE, new BufferedReader(new StringReader("")), interruption);
    }

    public Result run(List<String> words, Map<String, String> environment, Terminal terminal, String input) {
        return run(words, environment, terminal, new BufferedReader(new StringReader(input)), new Interruption());
    }

    private Result run(
            List<String> words,
            Map<String, String> environment,
            Terminal terminal,
            BufferedReader in,
            Interruption interruption) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter written = new PrintWriter(err);
        ProcessEnvironment process = new ProcessEnvironment(
                directory,
                environment,
                in,
                Questions.on(in, written),
                new PrintWriter(out),
                written,
                terminal,
                Clock.fixed(Instant.parse("2026-03-14T15:09:26Z"), ZoneOffset.UTC),
                () -> random,
                "ada",
                () -> "analytical",
                "0.0.0",
                interruption);
        return new Result(perform(words, process), out.toString(), err.toString());
    }

    /** As the process does it: the words of one command line. */
    protected Exit perform(List<String> words, ProcessEnvironment process) {
        return new Migrate(ShellCommand.in(new CommandRegistry())).run(words, process);
    }

    /** Where this one types. */
    protected String place() {
        return COMMAND_LINE;
    }

    /** A line typed at the shell's prompt; there is somebody to ask where there are answers. */
    protected Result atPrompt(String line, String answers) {
        throw new UnsupportedOperationException("there is no prompt: " + line);
    }

    /** Somebody has changed files that a process which goes on may have open. */
    protected void filesAreGone() {}
}
