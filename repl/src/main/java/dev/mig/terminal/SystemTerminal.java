package dev.mig.terminal;

import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal of this process. */
final class SystemTerminal {
    private static final Size USUAL = Size.of(80, 24);

    private SystemTerminal() {}

    static Terminal open() throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .name("migrate")
                .system(true)
                .dumb(true)
                .nativeSignals(true)
                // To find out, it would ask the terminal and wait for an answer.
                .graphemeCluster(false)
                .build();
        // Some hosts give a terminal without saying how large it is.
        if (terminal.getSize().getColumns() == 0 || terminal.getSize().getRows() == 0) {
            terminal.setSize(USUAL);
        }
        return terminal;
    }
}
