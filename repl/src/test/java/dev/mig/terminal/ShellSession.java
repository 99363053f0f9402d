package dev.mig.terminal;

import dev.mig.project.Interruption;
import dev.mig.project.ProcessEnvironment;
import dev.mig.project.Session;
import dev.mig.session.CommandLineSession;
import dev.mig.source.Exit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody who types at one prompt what others type on many command lines. */
final class ShellSession extends CommandLineSession {
    private final Session session = new Session();
    private String raw = "";

    ShellSession(Path directory) {
        super(directory);
    }

    @Override
    protected Exit perform(List<String> words, ProcessEnvironment process) {
        LineExecutor executor = new LineExecutor(process, session, List.of());
        String line = raw.isEmpty() ? words.stream().map(ShellSession::quoted).collect(Collectors.joining(" ")) : raw;
        raw = "";
        return executor.perform(line, word -> executor.status().names(word), new Interruption())
                .orElse(Exit.OK);
    }

    @Override
    protected String place() {
        return PROMPT;
    }

    @Override
    protected Result atPrompt(String line, String answers) {
        ProcessEnvironment.Terminal terminal = answers.isEmpty()
                ? ProcessEnvironment.Terminal.NONE
                : new ProcessEnvironment.Terminal(true, true, true, () -> 100);
        raw = line;
        return run(List.of(), Map.of("NO_COLOR", "1"), terminal, answers);
    }

    private static String quoted(String word) {
        return word.matches("[\\w@.:=+/-]+")
                ? word
                : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    protected void filesAreGone() {
        session.close();
    }
}
