package dev.mig.jdbc;

/**
 * Collects garbage now and then during a long run. The collector that short commands need lets the heap grow to its
 * limit before it examines the old generation, where an embedded database leaves much garbage: ten thousand steps on H2
 * would take nearly twice the memory.
 *
 * <p>Short runs never get there: a collection takes a fifth of a second.
 */
final class HeapGrowth {
    /** A hundred steps leave a few megabytes. */
    private static final int STEPS_BETWEEN_CHECKS = 100;

    private static final long SMALL_HEAP = 100L << 20;
    private static final long SLACK = 40L << 20;

    private final Runtime runtime = Runtime.getRuntime();
    private int steps;
    /** Bytes in use after the last collection; 0 before the first. */
    private long kept;

    void stepDone() {
        if (++steps % STEPS_BETWEEN_CHECKS == 0 && used() > Math.max(SMALL_HEAP, kept + kept / 4 + SLACK)) {
            System.gc();
            kept = used();
        }
    }

    private long used() {
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
