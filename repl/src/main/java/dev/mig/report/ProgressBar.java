package dev.mig.report;

import java.time.Clock;

/**
 * A progress bar on the last line of a terminal, removed when the run ends.
 *
 * <p>Short runs never show it. It updates on a timer, so that the time advances during one long statement.
 */
public final class ProgressBar implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 500;
    private static final long BEAT_MILLIS = 200;

    private final Page page;
    private final Clock clock;
    private final int total;
    private final long start;
    private final int width;
    private final Thread heart;
    private int done;
    private String what = "";
    private boolean shown;
    private boolean closed;

    /** @param page the terminal's own, not the one that results go to */
    public ProgressBar(Page page, int total, Clock clock) {
        this.page = page;
        this.clock = clock;
        this.total = total;
        this.start = clock.millis();
        this.width = page.width();
        this.heart = Thread.ofPlatform().daemon().name("progress").start(this::beat);
    }

    public synchronized void at(int stepsDone, String doing) {
        done = stepsDone;
        what = doing;
        draw();
    }

    /** Lets others print lines above the bar. */
    public synchronized void above(Runnable lines) {
        wipe();
        lines.run();
        draw();
    }

    @Override
    public synchronized void close() {
        closed = true;
        heart.interrupt();
        wipe();
    }

    private void draw() {
        long passed = clock.millis() - start;
        if (!closed && passed >= PATIENCE_MILLIS) {
            page.rewrite(new ProgressLine(done, total, what, passed).text(width));
            shown = true;
        }
    }

    private void wipe() {
        if (shown) {
            page.rewrite("");
            shown = false;
        }
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(BEAT_MILLIS);
                synchronized (this) {
                    draw();
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
