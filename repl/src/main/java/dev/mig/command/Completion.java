package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.Report;
import dev.mig.report.TextReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Prints the completion script for a shell, which calls {@link Complete}. */
final class Completion implements Command {
    static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private final Supplier<String> shell;

    Completion(Words words) {
        words.summary("print a completion script for your shell")
                .example("bash > ~/.local/share/bash-completion/completions/migrate", "for bash")
                .example("zsh > ~/.zfunc/_migrate", "for zsh, with fpath+=~/.zfunc before compinit in .zshrc")
                .example("fish > ~/.config/fish/completions/migrate.fish", "for fish");
        shell = words.argument("SHELL", "bash, zsh or fish");
    }

    @Override
    public Report run(Project project) {
        if (!SHELLS.contains(shell.get())) {
            throw UsageError.words(
                    "there is no completion for \"" + shell.get() + "\"", "migrate completion " + SHELLS.getFirst());
        }
        return new TextReport(script(shell.get()));
    }

    private static String script(String shell) {
        try (InputStream stream = Completion.class.getResourceAsStream("completion." + shell)) {
            return new String(Objects.requireNonNull(stream, shell).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
