package dev.mig.report;

import java.util.Locale;

/** Formats durations for people. */
public final class Durations {
    private Durations() {}

    /** {@code 12 ms}, {@code 3.4 s}, {@code 2 min 5 s}, {@code 1 h 2 min}. */
    public static String text(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = millis / 1000;
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
