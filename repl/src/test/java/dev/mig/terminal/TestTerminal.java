package dev.mig.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.command.CommandRegistry;
import dev.mig.command.Migrate;
import dev.mig.project.ProcessEnvironment;
import dev.mig.session.CommandLineSession;
import dev.mig.source.Exit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jline.terminal.Size;
import org.jline.utils.ScreenTerminal;

/**
 * Somebody at a terminal of 100 columns: presses keys, sees a screen. The reader, the terminal with its line
 * discipline, and what draws the screen are JLine's own.
 */
final class TestTerminal extends CommandLineSession implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final ScreenTerminal.VirtualTerminal virtual;
    private final CompletableFuture<Result> result;

    TestTerminal(Path folder, Map<String, String> environment, String... words) throws IOException {
        super(folder);
        virtual = ScreenTerminal.withTerminal("test", environment.getOrDefault("TERM", "xterm-256color"), 100, 40);
        ProcessEnvironment.Terminal screen = new ProcessEnvironment.Terminal(true, true, true, () -> 100);
        CompletableFuture<Result> ending = new CompletableFuture<>();
        result = ending;
        Thread.ofPlatform().daemon().name("shell").start(() -> {
            try {
                ending.complete(run(List.of(words), environment, screen, ""));
            } catch (RuntimeException | Error broken) {
                ending.completeExceptionally(broken);
            }
        });
    }

    @Override
    protected Exit perform(List<String> words, ProcessEnvironment process) {
        return new Migrate(ShellCommand.in(new CommandRegistry(), virtual::terminal)).run(words, process);
    }

    TestTerminal press(String keys) {
        try {
            virtual.terminal().processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    /** A line and Enter. */
    TestTerminal type(String line) {
        return press(line + "\r");
    }

    /** Until the screen shows a text. */
    TestTerminal sees(String text) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!screen().contains(text) && System.nanoTime() < end) {
            pause();
        }
        assertThat(screen()).contains(text);
        return this;
    }

    /** Until the screen shows nothing but a text, once both are levelled. */
    void seesOnly(String text, UnaryOperator<String> level) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!level.apply(screen().strip()).equals(text) && System.nanoTime() < end) {
            pause();
        }
        assertThat(level.apply(screen().strip())).isEqualTo(text);
    }

    /** Lets a screen be empty but for a prompt, so that what comes next is what is asked for next. */
    TestTerminal clears() {
        press("\f");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (screen().lines().filter(it -> !it.isBlank()).count() > 1 && System.nanoTime() < end) {
            pause();
        }
        return this;
    }

    TestTerminal resize(int columns, int rows) {
        Size size = Size.of(columns, rows);
        virtual.screen().setSize(size);
        virtual.terminal().setSize(size);
        virtual.terminal().raise(org.jline.terminal.Terminal.Signal.WINCH);
        return this;
    }

    String screen() {
        return virtual.screen().toString().lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n");
    }

    /** How the shell ended. */
    Exit leaves() {
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS).exit();
        } catch (InterruptedException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("the shell is still open:\n" + screen(), e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        if (!result.isDone()) {
            press("\u0003\u0003\u0004");
        }
        virtual.terminal().close();
    }
}
