package dev.mig.jdbc;

import java.sql.SQLException;

/** Cancels a statement that runs too long, for databases without a timeout of their own. Thread-safe. */
final class StatementTimeout {
    private static final StatementTimeout NONE = new StatementTimeout(() -> {});

    private final Ending ending;
    private boolean rung;
    private boolean stopped;

    private StatementTimeout(Ending ending) {
        this.ending = ending;
    }

    /** What ends a statement. */
    @FunctionalInterface
    interface Ending {
        void end() throws SQLException;
    }

    /** @param millis 0 for no timeout */
    static StatementTimeout in(long millis, Ending ending) {
        if (millis == 0) {
            return NONE;
        }
        StatementTimeout timeout = new StatementTimeout(ending);
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
            if (!stopped) {
                rung = true;
                ending.end();
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
