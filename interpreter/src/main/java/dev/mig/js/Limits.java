package dev.mig.js;

import java.time.Duration;

/**
 * CPU time limits of scripts.
 *
 * @param cpuTime a module and one direction of it, while it is read
 * @param runCpuTime each {@code op.run}; waiting for the database does not count
 */
public record Limits(Duration cpuTime, Duration runCpuTime) {
    public static final Limits STANDARD = new Limits(Duration.ofSeconds(5), Duration.ofMinutes(10));
}
