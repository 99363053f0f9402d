package dev.mig.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who holds the lock.
 *
 * @param since null where it has not been written yet
 */
public record LockHolder(
        String osUser, String host, long process, @Nullable Instant since) {
    /** A locked file does not say who holds it. */
    static final LockHolder UNKNOWN = new LockHolder("", "", 0, null);

    @Override
    public String toString() {
        if (equals(UNKNOWN)) {
            return "another process";
        }
        return osUser + "@" + host + (process == 0 ? "" : " (process " + process + ")")
                + (since == null ? "" : " since " + since.truncatedTo(ChronoUnit.SECONDS));
    }
}
