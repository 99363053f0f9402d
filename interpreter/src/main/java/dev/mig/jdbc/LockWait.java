package dev.mig.jdbc;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Waits for the lock by polling: waiting inside the database may block what the holder is doing.
 *
 * @param operator whose turn it is to be
 * @param patience how long
 * @param listener told again and again who is the writer now; what it throws ends the waiting
 */
record LockWait(Operator operator, Duration patience, RunListener listener) {
    private static final long POLL_MILLIS = 100;

    @FunctionalInterface
    interface Attempt {
        boolean succeeds() throws SQLException;
    }

    @FunctionalInterface
    interface Asking {
        LockHolder holder() throws SQLException;
    }

    /** @throws DiagnosticException if another run is still the writer when the time is over */
    void await(Attempt attempt, Asking asking) throws SQLException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!attempt.succeeds()) {
            LockHolder holder = asking.holder();
            if (System.nanoTime() >= end) {
                throw new DiagnosticException(Diagnostic.error(
                        Code.RUN_LOCKED,
                        Span.none(),
                        "another run is writing to this database: " + holder,
                        "wait for it to end, or wait longer: --run-timeout 5min"));
            }
            listener.waiting(holder);
            Thread.sleep(POLL_MILLIS);
        }
    }
}
