package dev.mig.project;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes Ctrl-C from the process to the work that it should stop.
 *
 * <p>Work that can be stopped cleanly registers how while it runs. At other times a request is only remembered.
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

    /** Does the work; while it runs, a request calls {@code how}, which may be called from any thread. */
    public <T> T during(Runnable how, Supplier<T> work) {
        boolean already;
        synchronized (this) {
            cancel = how;
            already = requested;
        }
        try {
            if (already) {
                how.run();
            }
            return work.get();
        } finally {
            synchronized (this) {
                cancel = null;
            }
        }
    }
}
