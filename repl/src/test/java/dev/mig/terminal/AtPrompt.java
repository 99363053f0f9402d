package dev.mig.terminal;

import dev.mig.project.Interruption;
import dev.mig.project.Sitting;
import dev.mig.project.Surroundings;
import dev.mig.session.Session;
import dev.mig.source.Exit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody who types at one prompt what others type on many command lines. */
final class AtPrompt extends Session {
    private final Sitting sitting = new Sitting();
    private String raw = "";

    AtPrompt(Path directory) {
        super(directory);
    }

    @Override
    protected Exit perform(List<String> words, Surroundings surroundings) {
        Desk desk = new Desk(surroundings, sitting, List.of());
        String line = raw.isEmpty() ? words.stream().map(AtPrompt::quoted).collect(Collectors.joining(" ")) : raw;
        raw = "";
        return desk.perform(line, word -> desk.standing().names(word), new Interruption())
                .orElse(Exit.OK);
    }

    @Override
    protected Result atPrompt(String line, String answers) {
        Surroundings.Terminal terminal =
                answers.isEmpty() ? Surroundings.Terminal.NONE : new Surroundings.Terminal(true, true, true, () -> 100);
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
        sitting.close();
    }
}
