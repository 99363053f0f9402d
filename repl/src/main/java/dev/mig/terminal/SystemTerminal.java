package dev.mig.terminal;

import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal of this process. */
final class SystemTerminal {
    private static final Size USUAL = Size.of(80, 24);

    /** The minimum readable width. */
    private static final int NARROW = 20;

    private SystemTerminal() {}

    static Terminal open() throws IOException {
        return sized(TerminalBuilder.builder()
                .name("migrate")
                .system(true)
                .dumb(true)
                .nativeSignals(true)
                // Detection would query the terminal and wait for an answer.
                .graphemeCluster(false)
                .build());
    }

    /**
     * Some hosts give a terminal without saying how large it is. A dumb one stays without a size: that is how JLine knows
     * that the system echoes what is typed.
     */
    static Terminal sized(Terminal terminal) {
        Size size = terminal.getSize();
        boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        if (!dumb && (size.getColumns() == 0 || size.getRows() == 0)) {
            terminal.setSize(USUAL);
        }
        return terminal;
    }

    /** How wide a line may be, also where nobody says. */
    static int columns(Terminal terminal) {
        int columns = terminal.getSize().getColumns();
        return columns == 0 ? USUAL.getColumns() : Math.max(NARROW, columns);
    }
}
