package dev.mig.jdbc;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The timeouts of a run.
 *
 * @param lockWait how long it waits to be the only writer
 * @param lock how long a statement waits for a lock; null for the header's word, else {@link #LOCK}
 * @param statement how long a statement may run; null for the header's word, else for ever
 */
public record RunOptions(
        Duration lockWait,
        @Nullable Duration lock,
        @Nullable Duration statement) {
    public static final Duration LOCK = Duration.ofSeconds(3);

    public static final RunOptions DEFAULT = new RunOptions(Duration.ofSeconds(30), null, null);
}
