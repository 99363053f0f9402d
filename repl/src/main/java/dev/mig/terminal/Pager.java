package dev.mig.terminal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;

/** Shows text longer than the screen one page at a time, and shorter text as is. */
record Pager(Terminal terminal, Path directory) implements Consumer<String> {

    @Override
    public void accept(String text) {
        long rows = terminal.getSize().getRows();
        boolean pages = rows > 3 && !isDumb() && text.lines().count() >= rows;
        if (!pages) {
            terminal.writer().print(text);
            terminal.flush();
            return;
        }
        try {
            Less less = new Less(terminal, directory);
            less.quitIfOneScreen = true;
            less.run(new Source.InputStreamSource(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, "migrate"));
        } catch (InterruptedException | InterruptedIOException over) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            terminal.writer().print(text);
        }
        terminal.flush();
    }

    private boolean isDumb() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }
}
