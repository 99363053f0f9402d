package dev.mig.terminal;

import dev.mig.command.CommandRegistry;
import dev.mig.command.Migrate;
import dev.mig.project.ProcessEnvironment;
import dev.mig.session.CommandLineSession;
import dev.mig.source.Exit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who types at one shell, key by key, what others type on many command lines. The reader and the terminal with
 * its line discipline are JLine's own; what is told of a line is what came between its Enter and the next prompt.
 *
 * <p>Where others have no terminal, {@code --no-input} stands in front of the line. A shell is left where the
 * environment of the process has to be another one, and where a file goes that it has open.
 */
final class KeystrokeSession extends CommandLineSession implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private static final String CTRL_D = "\u0004";

    /** Wide and high enough for everything to be written as it is where there is no terminal. */
    private static final int ROOM = 4000;

    private @Nullable Shell shell;
    private @Nullable LineDisciplineTerminal opened;

    KeystrokeSession(Path folder) {
        super(folder);
    }

    @Override
    public Result run(
            List<String> words, Map<String, String> environment, ProcessEnvironment.Terminal terminal, String input) {
        boolean asked = terminal.asks();
        String line = words.stream().map(KeystrokeSession::quoted).collect(Collectors.joining(" "));
        return type(
                (asked ? "" : "--no-input ") + line,
                environment,
                asked ? terminal.width().getAsInt() : ROOM,
                input);
    }

    @Override
    protected Exit perform(List<String> words, ProcessEnvironment process) {
        return new Migrate(ShellCommand.in(new CommandRegistry(), () -> Objects.requireNonNull(opened)))
                .run(words, process);
    }

    @Override
    protected String place() {
        return PROMPT;
    }

    @Override
    protected Result atPrompt(String line, String answers) {
        boolean asked = !answers.isEmpty();
        boolean option = asked || line.startsWith("\\") || line.isBlank();
        return type((option ? "" : "--no-input ") + line, Map.of(), asked ? 100 : ROOM, answers);
    }

    private Result type(String line, Map<String, String> environment, int columns, String answers) {
        Shell open = shell;
        if (open == null || !open.environment.equals(environment)) {
            leave();
            open = new Shell(environment);
            shell = open;
        }
        String said = open.type(line, columns, answers);
        // The database that the prompt showed is another one by now: the next prompt shows the one that is meant.
        return new Result(Exit.OK, said.endsWith("nothing was run\n") ? open.type(line, columns, answers) : said, "");
    }

    private static String quoted(String word) {
        return word.matches("[\\w@.:=+/-]+")
                ? word
                : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    protected void filesAreGone() {
        leave();
    }

    private void leave() {
        if (shell != null) {
            shell.leave();
            shell = null;
        }
    }

    @Override
    public void close() {
        leave();
    }

    /** One shell, from when it is opened until it is left. */
    private final class Shell {
        private final Map<String, String> environment;
        private final TerminalOutput written = new TerminalOutput();
        private final LineDisciplineTerminal terminal;
        private final CompletableFuture<Exit> ending = new CompletableFuture<>();

        Shell(Map<String, String> environment) {
            this.environment = environment;
            try {
                terminal = new LineDisciplineTerminal("test", "xterm-256color", written, StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            terminal.setSize(Size.of(ROOM, ROOM));
            Map<String, String> all = new HashMap<>(environment);
            all.put("TERM", "xterm-256color");
            ProcessEnvironment.Terminal here = new ProcessEnvironment.Terminal(true, true, true, () -> ROOM);
            opened = terminal;
            Thread.ofPlatform().daemon().name("shell").start(() -> {
                try {
                    ending.complete(
                            KeystrokeSession.super.run(List.of(), all, here, "").exit());
                } catch (RuntimeException | Error broken) {
                    ending.completeExceptionally(broken);
                } finally {
                    written.end();
                }
            });
            written.begins();
        }

        String type(String line, int columns, String answers) {
            terminal.setSize(Size.of(columns, ROOM));
            written.forget();
            press(line.replace('\n', '\r') + '\r');
            StringBuilder said = new StringBuilder(written.said());
            List<String> left = new ArrayList<>(answers.lines().toList());
            for (String asked = written.asked(); !asked.isEmpty(); asked = written.asked()) {
                boolean nobody = left.isEmpty();
                said.append(asked).append(nobody ? " \n" : " ");
                written.forget();
                press(nobody ? CTRL_D : left.removeFirst() + '\r');
                said.append(written.said());
            }
            return said.toString();
        }

        private void press(String keys) {
            try {
                terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        void leave() {
            press("\\q\r");
            try {
                ending.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException open) {
                throw new AssertionError("the shell was not left", open);
            }
        }
    }
}
