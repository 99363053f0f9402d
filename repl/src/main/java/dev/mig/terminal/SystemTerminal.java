package dev.mig.terminal;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal of this process. */
final class SystemTerminal {
    private SystemTerminal() {}

    static Terminal open() throws IOException {
        return TerminalBuilder.builder()
                .name("migrate")
                .system(true)
                .dumb(true)
                .nativeSignals(true)
                // To find out, it would ask the terminal and wait for an answer.
                .graphemeCluster(false)
                .build();
    }
}
