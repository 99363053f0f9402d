package dev.mig.command;

import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C on its way from the process to the work that it means.
 *
 * <p>Work that can be stopped cleanly says how while it runs. Outside of such work a request is only remembered.
 */
public final class Interruption {
    private @Nullable Runnable cancel;
    private boolean requested;

    /** Asks the work that runs to stop. Returns whether there is any, which is then about to end by itself. */
    public boolean request() {
        Runnable running;
        synchronized (this) {
            requested = true;
            running = cancel;
        }
        if (running == null) {
            return false;
        }
        running.run();
        return true;
    }

    public synchronized boolean requested() {
        return requested;
    }

    /** From here until the answer is closed, a request calls {@code how}, which may be called from any thread. */
    public Work during(Runnable how) {
        boolean already;
        synchronized (this) {
            cancel = how;
            already = requested;
        }
        if (already) {
            how.run();
        }
        return this::end;
    }

    private synchronized void end() {
        cancel = null;
    }

    public interface Work extends AutoCloseable {
        @Override
        void close();
    }
}
