package dev.mig.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Cancels a statement that runs too long, for databases without a timeout of their own. Thread-safe. */
final class StatementTimeout {
    private static final StatementTimeout NONE = new StatementTimeout(null);

    private final @Nullable Statement statement;
    private boolean rung;
    private boolean stopped;

    private StatementTimeout(@Nullable Statement statement) {
        this.statement = statement;
    }

    /** @param millis 0 for no timeout */
    static StatementTimeout in(long millis, Statement statement) {
        if (millis == 0) {
            return NONE;
        }
        StatementTimeout timeout = new StatementTimeout(statement);
        Thread.ofPlatform().daemon().name("statement timeout").start(() -> timeout.await(millis));
        return timeout;
    }

    private synchronized void await(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            long left = millis;
            while (!stopped && left > 0) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
            if (!stopped && statement != null) {
                rung = true;
                statement.cancel();
            }
        } catch (InterruptedException | SQLException e) {
            // It has just ended by itself.
        }
    }

    synchronized boolean hasRung() {
        return rung;
    }

    /** Afterwards no statement is cancelled any more. */
    synchronized void stop() {
        if (this != NONE) {
            stopped = true;
            notifyAll();
        }
    }
}
