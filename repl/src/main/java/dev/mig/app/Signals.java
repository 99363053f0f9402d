package dev.mig.app;

import dev.mig.project.Interruption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Handles Ctrl-C and SIGTERM: the running work is asked to stop and given time to report where it stopped.
 *
 * <p>Implemented as a shutdown hook, so the exit code is the conventional one for signals, 130 for Ctrl-C.
 */
final class Signals {
    /** A database that does not answer a cancel must not block the terminal forever. */
    private static final long PATIENCE_SECONDS = 10;

    private Signals() {}

    /** Runs in the shutdown hook; returns immediately if the work has already ended. */
    static void waitFor(Interruption interruption, CountDownLatch ended) {
        if (ended.getCount() == 0 || !interruption.request()) {
            return;
        }
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("the database did not stop in time; \"migrate status\" shows where it stands");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
