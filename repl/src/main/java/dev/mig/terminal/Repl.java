package dev.mig.terminal;

import dev.mig.files.UserState;
import dev.mig.project.Interruption;
import dev.mig.project.ProcessEnvironment;
import dev.mig.project.ProjectStatus;
import dev.mig.project.Session;
import dev.mig.source.Exit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** The read-eval-print loop: shows a prompt, reads a line, executes it. */
final class Repl {
    /** On a busy machine one Ctrl-C may be told twice, this soon after each other; nobody presses it so fast. */
    private static final long ONE_KEY_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private final Terminal terminal;
    private final ProcessEnvironment process;
    private final LineExecutor executor;
    private final LineReader reader;
    /** Answers are not commands: they are neither completed nor kept in the history. */
    private final LineReader answers;

    private final boolean coloured;
    private final CompletableFuture<ProjectStatus> first;
    /** Of the line that is typed or runs. */
    private volatile Interruption interruption = new Interruption();

    private ProjectStatus status = ProjectStatus.UNKNOWN;
    private String database = "";

    Repl(Terminal terminal, ProcessEnvironment process, List<String> options) {
        this.terminal = terminal;
        this.process = process;
        ProcessEnvironment.Terminal screen =
                new ProcessEnvironment.Terminal(true, true, true, () -> SystemTerminal.columns(terminal));
        this.executor = new LineExecutor(
                process.at(screen, this::answer, terminal.writer()),
                new Session(true),
                options,
                new Pager(terminal, process.directory()));
        this.first = CompletableFuture.supplyAsync(executor::status);
        this.coloured = !options.contains("--no-color") && process.colours();
        this.reader = reader(process);
        this.answers = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("migrate")
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .variable(LineReader.DISABLE_HISTORY, true)
                .variable(LineReader.DISABLE_COMPLETION, true)
                .build();
    }

    private LineReader reader(ProcessEnvironment process) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("migrate")
                .parser(new LineParser())
                .history(new LineHistory())
                .completer(new LineCompleter(executor, () -> status, process.directory(), coloured))
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_IGNORE_SPACE, true)
                .option(Option.HISTORY_TIMESTAMPED, false)
                .option(Option.CASE_INSENSITIVE, true)
                .option(Option.COMPLETE_MATCHER_TYPO, false)
                .option(Option.INSERT_TAB, false)
                .option(Option.AUTO_FRESH_LINE, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P   ...> ")
                .variable(LineReader.LIST_MAX, 60);
        if (coloured) {
            builder.highlighter(new LineHighlighter());
        } else {
            builder.option(Option.DISABLE_HIGHLIGHTER, true);
        }
        UserState.of(process.environment())
                .flatMap(it -> it.history(executor.home()))
                .ifPresent(it -> builder.variable(LineReader.HISTORY_FILE, it));
        LineReader made = builder.build();
        if (coloured) {
            new Autosuggestion(made).begin();
        }
        InputRc.apply(made, process.environment());
        return made;
    }

    Exit run() {
        try (executor) {
            status = first.join();
            database = executor.database();
            startUp();
            terminal.handle(Terminal.Signal.INT, this::cancel);
            boolean interrupted = false;
            long when = 0;
            while (true) {
                String line;
                String prompt = new Prompt(status).text(coloured, terminal);
                interruption = new Interruption();
                try {
                    line = reader.readLine(prompt);
                } catch (UserInterruptException ctrlC) {
                    long now = System.nanoTime();
                    if (interrupted && ctrlC.getPartialLine().isEmpty() && now - when > ONE_KEY_NANOS) {
                        return Exit.OK;
                    }
                    interrupted = true;
                    when = now;
                    continue;
                } catch (EndOfFileException ctrlD) {
                    return Exit.OK;
                }
                interrupted = false;
                if (isAnotherDatabase()) {
                    status = executor.status();
                    continue;
                }
                if (perform(line).isEmpty()) {
                    return Exit.OK;
                }
                status = executor.status();
            }
        }
    }

    /** A line is meant for the database that the prompt shows, and not for one that a file has named since then. */
    private boolean isAnotherDatabase() {
        String before = database;
        database = executor.database();
        boolean other = !before.isEmpty() && !database.isEmpty() && !database.equals(before);
        if (other) {
            terminal.writer()
                    .println("the configuration has changed: the database is " + database + " now, and was " + before
                            + "; nothing was run");
        }
        return other;
    }

    /** The project's start-up file. Its contents are untrusted in a cloned project. */
    private void startUp() {
        UserState state = UserState.of(process.environment()).orElse(null);
        Path home = executor.home();
        UserState.StartUp lines = state == null ? null : state.startUp(home).orElse(null);
        if (state == null || lines == null || lines.text().isBlank()) {
            return;
        }
        if (!lines.trusted()) {
            PrintWriter out = terminal.writer();
            out.println("this project has a " + UserState.START_UP + ":");
            lines.text().lines().forEach(it -> out.println("    " + it));
            String answer = answer("trust it, now and from now on? [y/N]");
            if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
                return;
            }
            state.trust(home, lines.text());
        }
        new Script(executor, false).perform(lines.text().lines().iterator());
        status = executor.status();
    }

    /**
     * During work, Ctrl-C cancels the work and not the shell. The reader puts this handler back as soon as it has a line:
     * one that waited for the work to begin would miss a Ctrl-C in between.
     */
    private void cancel(Terminal.Signal signal) {
        terminal.writer().println("^C");
        terminal.flush();
        interruption.request();
    }

    private Optional<Exit> perform(String line) {
        // Input typed meanwhile belongs to the next prompt, which displays it.
        boolean echo = terminal.echo(false);
        try {
            return executor.perform(line, status::names, interruption);
        } finally {
            terminal.echo(echo);
            terminal.flush();
        }
    }

    private @Nullable String answer(String question) {
        PrintWriter out = terminal.writer();
        out.flush();
        try {
            return answers.readLine(question + " ");
        } catch (UserInterruptException | EndOfFileException unanswered) {
            return null;
        }
    }
}
