package dev.mig.command;

import dev.mig.jdbc.RunOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The options of commands that move a database. */
final class MoveOptions {
    private static final String DROP = "drop:";

    private final Supplier<Boolean> dryRun;
    private final Supplier<List<String>> allow;
    private final Supplier<Optional<Duration>> lock;
    private final Supplier<Optional<Duration>> statement;
    private final TurnOptions turn;

    MoveOptions(Words words) {
        dryRun = words.flag("show the plan and its SQL, change nothing", "--dry-run");
        allow = words.options(
                DROP + "TABLE",
                "in a protected environment: the rows of this table may go; may be repeated",
                "--allow");
        lock = words.option(
                "TIME",
                "how long a statement waits for a lock of the database; 3s unless said",
                TurnOptions::time,
                "--lock-timeout");
        statement = words.option("TIME", "how long a statement may run", TurnOptions::time, "--statement-timeout");
        turn = new TurnOptions(words);
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
        return new RunOptions(
                turn.patience().turn(), lock.get().orElse(null), statement.get().orElse(null));
    }
}
