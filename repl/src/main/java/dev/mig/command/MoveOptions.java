package dev.mig.command;

import dev.mig.jdbc.RunOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The options of commands that move a database. */
final class MoveOptions {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|min|m|h)");
    private static final String DROP = "drop:";

    /** Longer than any run takes, and not so long that adding it to a time overflows. */
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Supplier<Boolean> dryRun;
    private final Supplier<List<String>> allow;
    private final Supplier<Optional<Duration>> lock;
    private final Supplier<Optional<Duration>> run;
    private final Supplier<Optional<Duration>> statement;
    private final Supplier<Boolean> wait;

    MoveOptions(Words words) {
        dryRun = words.flag("show the plan and its SQL, change nothing", "--dry-run");
        allow = words.options(
                DROP + "TABLE",
                "in a protected environment: the rows of this table may go; may be repeated",
                "--allow");
        lock = words.option(
                "TIME",
                "how long a statement waits for a lock of the database; 3s unless said",
                MoveOptions::time,
                "--lock-timeout");
        run = words.option(
                "TIME",
                "how long to wait while somebody else migrates the database; 30s unless said",
                MoveOptions::time,
                "--run-timeout");
        statement = words.option("TIME", "how long a statement may run", MoveOptions::time, "--statement-timeout");
        wait = words.flag("wait as long as it takes while somebody else migrates the database", "--wait");
    }

    boolean dryRun() {
        return dryRun.get();
    }

    /** Names of tables, in lower case: who types one should not have to know how a database folds it. */
    Set<String> allowed() {
        return allow.get().stream()
                .map(it -> {
                    if (!it.startsWith(DROP) || it.length() == DROP.length()) {
                        throw Wrong.words("--allow takes drop:TABLE, not \"" + it + "\"", "--allow drop:orders");
                    }
                    return it.substring(DROP.length()).toLowerCase(java.util.Locale.ROOT);
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    RunOptions patience() {
        Duration turn = wait.get() ? FOR_EVER : run.get().orElse(RunOptions.DEFAULT.turn());
        return new RunOptions(turn, lock.get().orElse(null), statement.get().orElse(null));
    }

    /** {@code 500ms}, {@code 3s}, {@code 10min}, {@code 1h}. */
    private static Duration time(String text) {
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
