package dev.mig.terminal;

import dev.mig.command.Command;
import dev.mig.command.CommandRegistry;
import dev.mig.command.Words;
import dev.mig.project.ProcessEnvironment;
import dev.mig.project.Project;
import dev.mig.project.Session;
import dev.mig.report.Report;
import dev.mig.source.Exit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** Starts the shell: interactive on a terminal, otherwise as a script. */
public final class ShellCommand implements Command {
    /** Opens the user's terminal. */
    @FunctionalInterface
    interface Opening {
        Terminal open() throws IOException;
    }

    private final Opening terminals;
    private final Supplier<List<String>> lines;
    private final Supplier<Boolean> keepGoing;

    private ShellCommand(Words words, Opening terminals) {
        this.terminals = terminals;
        words.summary("start the interactive shell, or run lines from a script")
                .description("All commands work as on the command line; \\? lists them and others. A script stops at"
                        + " the first line that fails, with its exit code.")
                .example("", "interactively")
                .example("-n prod", "for one environment")
                .example("-e \"+1\" -e status", "run two lines")
                .example("< lines.txt", "run the lines of a file");
        lines = words.options("LINE", "run this line instead of prompting; may be repeated", "-e", "--execute");
        keepGoing = words.flag("continue after a line that fails", "--keep-going");
    }

    /** The same commands plus the one that starts the shell on the terminal of this process. */
    public static CommandRegistry in(CommandRegistry registry) {
        return in(registry, SystemTerminal::open);
    }

    static CommandRegistry in(CommandRegistry registry, Opening terminals) {
        return registry.with("shell", words -> new ShellCommand(words, terminals));
    }

    @Override
    public Report run(Project project) {
        ProcessEnvironment process = project.process();
        List<String> options = project.options().words();
        if (!lines.get().isEmpty()) {
            return new Left(script(process, options).run(lines.get().iterator()));
        }
        if (process.terminal().in() && process.terminal().out()) {
            try (Terminal terminal = terminals.open()) {
                return new Left(new Repl(terminal, process, options).run());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new Left(script(process, options).run(process.in().lines().iterator()));
    }

    private Script script(ProcessEnvironment process, List<String> options) {
        return new Script(new LineExecutor(process, new Session(), options), keepGoing.get());
    }

    /** Everything has been reported while the shell was open. */
    private record Left(Exit exit) implements Report {
        @Override
        public void write(dev.mig.report.Page page) {}

        @Override
        public dev.mig.report.JsonObject json() {
            return new dev.mig.report.JsonObject();
        }
    }
}
