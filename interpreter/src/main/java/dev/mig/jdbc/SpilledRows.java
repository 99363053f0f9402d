package dev.mig.jdbc;

import dev.mig.files.ScratchFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a script has not consumed yet while their connection, which sends one result at a time, is needed for
 * something else. A few are kept in memory, the rest in a file. All rows are added before the first is taken.
 */
final class SpilledRows implements AutoCloseable {
    private static final int HELD = 1000;

    private final Deque<List<@Nullable Object>> held = new ArrayDeque<>();
    private @Nullable ScratchFile file;
    private @Nullable DataOutputStream output;
    private @Nullable DataInputStream input;
    private long written;

    void add(List<@Nullable Object> row) throws IOException {
        if (held.size() < HELD) {
            held.add(row);
            return;
        }
        if (output == null) {
            file = ScratchFile.open();
            output = new DataOutputStream(file.output());
        }
        ValueBytes.write(output, row);
        written++;
    }

    /** Removes the first remaining rows, up to a limit; empty after the last one. */
    List<List<@Nullable Object>> take(int most) throws IOException {
        List<List<@Nullable Object>> taken = new ArrayList<>();
        while (taken.size() < most) {
            List<@Nullable Object> row = held.isEmpty() ? fromFile() : held.poll();
            if (row == null) {
                break;
            }
            taken.add(row);
        }
        return taken;
    }

    private @Nullable List<@Nullable Object> fromFile() throws IOException {
        if (written == 0 || file == null) {
            return null;
        }
        if (output != null) {
            output.close();
            output = null;
        }
        if (input == null) {
            input = new DataInputStream(file.input());
        }
        written--;
        return ValueBytes.readRow(input);
    }

    @Override
    public void close() throws IOException {
        held.clear();
        written = 0;
        try {
            // Closed first: not every system can delete an open file.
            if (output != null) {
                output.close();
            }
            if (input != null) {
                input.close();
            }
        } finally {
            if (file != null) {
                file.close();
                file = null;
            }
        }
    }
}
