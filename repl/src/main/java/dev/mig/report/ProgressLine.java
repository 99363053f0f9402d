package dev.mig.report;

import java.util.Locale;

/**
 * The progress of a run as one line.
 *
 * @param done steps that are behind
 * @param total steps of the whole run, at least 1
 * @param what is being done at the moment
 * @param millis since the run began
 */
public record ProgressLine(int done, int total, String what, long millis) {
    private static final int BAR = 20;

    /** {@code ███████░░░░░░░░░░░░░  12/40  1:05 left  ae1027a6b8c1 create table orders}, no wider than the terminal. */
    public String text(int width) {
        int full = BAR * done / total;
        String bar = "█".repeat(full) + "░".repeat(BAR - full);
        String line = bar + "  " + done + "/" + total + "  " + time() + "  " + what;
        return Page.cut(line, Math.max(width - 1, 1));
    }

    /** The remaining time is estimated from the steps so far; before the first, only the elapsed time is shown. */
    private String time() {
        return done == 0 ? clock(millis) : clock(millis * (total - done) / done) + " left";
    }

    private static String clock(long millis) {
        long seconds = millis / 1000;
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds % 3600 / 60, seconds % 60);
    }
}
