package dev.mig.terminal;

import dev.mig.project.Interruption;
import dev.mig.source.Exit;
import java.util.Iterator;
import java.util.Optional;

/** Executes lines from a script, one after the other, until one fails. */
record Script(LineExecutor executor, boolean keepGoing) {

    /** The exit code of the first failing line; all resources are released. */
    Exit run(Iterator<String> lines) {
        try (executor) {
            return perform(lines);
        }
    }

    /** The exit code of the first failing line. */
    Exit perform(Iterator<String> lines) {
        Exit first = Exit.OK;
        StringBuilder open = new StringBuilder();
        while (lines.hasNext()) {
            open.append(open.isEmpty() ? "" : "\n").append(lines.next());
            String text = open.toString();
            if (lines.hasNext() && !LineContinuation.of(text).isEmpty()) {
                continue;
            }
            open.setLength(0);
            Optional<Exit> exit =
                    executor.perform(text, word -> executor.status().names(word), new Interruption());
            if (exit.isEmpty()) {
                break;
            }
            first = first == Exit.OK ? exit.get() : first;
            if (exit.get() == Exit.INTERRUPTED || (first != Exit.OK && !keepGoing)) {
                break;
            }
        }
        return first;
    }
}
