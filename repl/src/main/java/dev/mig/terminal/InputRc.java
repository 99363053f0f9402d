package dev.mig.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jline.reader.LineReader;
import org.jline.reader.impl.InputRC;

/** The user's key bindings from {@code ~/.inputrc}, as in other programs that read lines. */
final class InputRc {
    private InputRc() {}

    /** Unreadable or invalid lines are skipped: the prompt matters more than its key bindings. */
    static void apply(LineReader reader, Map<String, String> environment) {
        String named = environment.getOrDefault("INPUTRC", "");
        String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
        if (named.isEmpty() && home.isEmpty()) {
            return;
        }
        try {
            Path file = named.isEmpty() ? Path.of(home, ".inputrc") : Path.of(named);
            InputRC.configure(reader, file.toUri().toURL());
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException usual) {
            // Most users have none.
        }
    }
}
