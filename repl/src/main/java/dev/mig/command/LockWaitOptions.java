package dev.mig.command;

import dev.mig.jdbc.RunOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a command that writes waits for its turn, while somebody else migrates the database. */
final class LockWaitOptions {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|min|m|h)");

    /** Longer than any run, and short enough that adding it to a time does not overflow. */
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Supplier<Optional<Duration>> run;
    private final Supplier<Boolean> wait;

    LockWaitOptions(Words words) {
        run = words.option(
                "TIME",
                "how long to wait while another run migrates the database (default: 30s)",
                LockWaitOptions::time,
                "--run-timeout");
        wait = words.flag("wait without a limit while another run migrates the database", "--wait");
    }

    /** Limits only the wait for the lock. */
    RunOptions patience() {
        Duration lockWait = wait.get() ? FOR_EVER : run.get().orElse(RunOptions.DEFAULT.lockWait());
        return new RunOptions(lockWait, null, null);
    }

    /** {@code 500ms}, {@code 3s}, {@code 10min}, {@code 1h}. */
    static Duration time(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no time: say 500ms, 3s or 10min");
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofMinutes(amount);
        };
    }
}
