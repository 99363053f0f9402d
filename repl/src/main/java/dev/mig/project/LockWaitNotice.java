package dev.mig.project;

import dev.mig.jdbc.LockHolder;
import dev.mig.jdbc.RunListener;
import dev.mig.source.Code;
import java.util.function.Consumer;

/** Reports once who holds the lock that a run is waiting for, and stops the waiting on Ctrl-C. */
final class LockWaitNotice implements RunListener {
    private final Project project;
    private final Consumer<String> line;
    private boolean said;

    LockWaitNotice(Project project, Consumer<String> line) {
        this.project = project;
        this.line = line;
        this.said = project.options().json() || project.options().quiet();
    }

    /** Thrown from here, an exception ends the waiting. */
    @Override
    public void waiting(LockHolder holder) {
        if (project.process().interruption().requested()) {
            throw UsageError.of(Code.INTERRUPTED, "interrupted while waiting for " + holder + "; nothing was changed");
        }
        if (!said) {
            said = true;
            line.accept("waiting for " + holder + ", who is migrating this database");
        }
    }
}
