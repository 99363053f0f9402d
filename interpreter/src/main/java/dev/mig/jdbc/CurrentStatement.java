package dev.mig.jdbc;

import dev.mig.source.DiagnosticException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The statement that a run is executing, so that another thread can cancel it: drivers ignore interrupts. */
final class CurrentStatement {
    private static final long REPEAT_MILLIS = 200;

    private final AtomicReference<@Nullable Statement> current = new AtomicReference<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile long limitMillis;
    private volatile long silenceMillis;

    private final Killer killer;

    CurrentStatement() {
        this(Killer.NONE);
    }

    CurrentStatement(Killer killer) {
        this.killer = killer;
    }

    /** Ends the running statement from another session, if possible. */
    @FunctionalInterface
    interface Killer {
        Killer NONE = going -> {};

        /** @param going whether the statement is still running: later ones must be left alone */
        void kill(BooleanSupplier going) throws SQLException;
    }

    /** Code that runs a statement. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    <T> T during(Statement statement, Work<T> work) throws SQLException {
        current.set(statement);
        StatementTimeout timeout = StatementTimeout.in(limitMillis, statement::cancel);
        StatementTimeout silence = StatementTimeout.in(
                silenceMillis, () -> statement.getConnection().abort(Runnable::run));
        try {
            requireGoing();
            return work.run();
        } catch (SQLException e) {
            if (silence.hasRung()) {
                throw new SQLException("the database did not answer within " + silenceMillis + " ms", "08006", e);
            }
            throw timeout.hasRung() && !isCancelled()
                    ? new SQLException(
                            "it ran longer than " + limitMillis + " ms", e.getSQLState(), e.getErrorCode(), e)
                    : e;
        } finally {
            timeout.stop();
            silence.stop();
            current.set(null);
        }
    }

    /** The timeout of statements from here on, for databases without one of their own; 0 means none. */
    void limit(long millis) {
        limitMillis = millis;
    }

    /**
     * How long a server may be silent while a statement runs before its connection is given up; 0 means for ever. A network
     * that loses everything looks like a statement that takes long.
     */
    void giveUpAfter(long millis) {
        silenceMillis = millis;
    }

    /**
     * Thread-safe: the running statement ends with an error, and no other is sent. A statement that has not
     * reached the database yet would miss the cancellation, which is therefore repeated until the statement has
     * ended.
     */
    void cancel() {
        cancelled.set(true);
        Statement statement = current.get();
        if (statement != null) {
            cancel(statement, Killer.NONE);
            Thread.ofPlatform().daemon().name("cancel").start(() -> repeat(statement));
        }
    }

    private void repeat(Statement statement) {
        try {
            Thread.sleep(REPEAT_MILLIS);
            while (statement.equals(current.get())) {
                cancel(statement, killer);
                Thread.sleep(REPEAT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancel(Statement statement, Killer also) {
        try {
            statement.cancel();
            also.kill(() -> statement.equals(current.get()));
        } catch (SQLException | DiagnosticException e) {
            // It has just ended by itself, or the database no longer answers and has ended it.
        }
    }

    boolean isCancelled() {
        return cancelled.get();
    }

    void requireGoing() throws Cancelled {
        if (cancelled.get()) {
            throw new Cancelled();
        }
    }

    void pause(long millis) throws Cancelled {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            requireGoing();
            try {
                Thread.sleep(Math.clamp((end - System.nanoTime()) / 1_000_000, 1, 50));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled();
            }
        }
    }

    /** The run was cancelled between two statements. */
    static final class Cancelled extends SQLException {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("cancelled", "57014");
        }
    }
}
