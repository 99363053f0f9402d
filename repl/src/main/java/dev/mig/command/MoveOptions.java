package dev.mig.command;

import dev.mig.jdbc.RunOptions;
import dev.mig.model.Database;
import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.script.Dialect;
import dev.mig.syntax.tree.Header.Timeouts;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The options of commands that move a database. */
final class MoveOptions {
    private final Supplier<Boolean> dryRun;
    private final Supplier<Boolean> sql;
    private final Supplier<Optional<Dialect>> dialect;
    private final AllowedLosses allow;
    private final Supplier<Optional<Duration>> lock;
    private final Supplier<Optional<Duration>> statement;
    private final LockWaitOptions lockWait;

    MoveOptions(Words words) {
        dryRun = words.flag("show the plan and its SQL without running it", "--dry-run");
        sql = words.flag("write SQL to be run by hand, without connecting", "--sql");
        dialect = words.option(
                "NAME",
                "with --sql, the target database: " + String.join(", ", Database.words())
                        + " (default: the one in the URL)",
                MoveOptions::dialect,
                "--dialect");
        allow = new AllowedLosses(words);
        lock = words.option(
                "TIME",
                "how long a statement waits for a database lock (default: 3s)",
                LockWaitOptions::time,
                "--lock-timeout");
        statement = words.option("TIME", "how long a statement may run", LockWaitOptions::time, "--statement-timeout");
        lockWait = new LockWaitOptions(words);
    }

    boolean dryRun() {
        return dryRun.get();
    }

    /** How to write the move as SQL; empty if it is to be run. */
    Optional<Offline> offline(Project project) {
        if (!sql.get()) {
            if (dialect.get().isPresent()) {
                throw UsageError.words(
                        "--dialect is for --sql: a run asks its database what it is", "--sql --dialect ...");
            }
            return Optional.empty();
        }
        return Optional.of(new Offline(
                project,
                dialect.get().orElseGet(() -> project.unconnected().dialectOfUrl()),
                new Timeouts(lock.get().orElse(null), statement.get().orElse(null))));
    }

    private static Dialect dialect(String word) {
        return Database.named(word)
                .flatMap(Dialect::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + word + "\" is none of the databases " + String.join(", ", Database.words())));
    }

    Set<String> allowed() {
        return allow.tables();
    }

    RunOptions patience() {
        return new RunOptions(
                lockWait.patience().lockWait(),
                lock.get().orElse(null),
                statement.get().orElse(null));
    }
}
