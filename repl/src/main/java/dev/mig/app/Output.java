package dev.mig.app;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, with a check that everything was written: a {@link java.io.PrintWriter} ignores errors such as a
 * full disk, and half of an SQL file would look like a whole one.
 *
 * <p>A reader that stops reading, such as {@code head}, is not an error.
 */
final class Output extends OutputStream {
    private final OutputStream stream;
    private @Nullable IOException failure;

    Output(OutputStream stream) {
        this.stream = stream;
    }

    /** The system's message when a write failed. */
    Optional<String> loss() {
        return Optional.ofNullable(failure)
                .map(it -> it.getMessage() == null ? it.getClass().getSimpleName() : it.getMessage())
                // Java offers no error number for this, and every translation of the message keeps the word.
                .filter(it -> !it.toLowerCase(Locale.ROOT).contains("pipe"));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            stream.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        stream.flush();
    }
}
