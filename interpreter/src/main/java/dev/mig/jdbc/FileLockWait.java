package dev.mig.jdbc;

import dev.mig.source.Code;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Waits while another process has an embedded database open, whose file is locked meanwhile.
 *
 * @param lockWait how long
 * @param waiting called again and again; what it throws ends the waiting
 */
public record FileLockWait(Duration lockWait, Consumer<LockHolder> waiting) {
    /** For readers that do not wait: reports immediately that the file is locked. */
    public static final FileLockWait NONE = new FileLockWait(Duration.ZERO, holder -> {});

    private static final long POLL_MILLIS = 100;

    <T> T await(Supplier<T> opening) {
        long end = System.nanoTime() + lockWait.toNanos();
        while (true) {
            try {
                return opening.get();
            } catch (DiagnosticException e) {
                boolean taken = e.diagnostics().getFirst().code() == Code.DATABASE_IN_USE;
                if (!taken || System.nanoTime() >= end) {
                    throw e;
                }
            }
            waiting.accept(LockHolder.UNKNOWN);
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DiagnosticException(StatementFailure.interrupted(Span.none()), e);
            }
        }
    }
}
