package dev.mig.project;

import dev.mig.jdbc.Holder;
import dev.mig.source.Code;
import java.util.function.Consumer;

/** Says once whom a run waits for, and ends the waiting at Ctrl-C. */
final class Waiting {
    private final Project project;
    private final Consumer<String> line;
    private boolean said;

    Waiting(Project project, Consumer<String> line) {
        this.project = project;
        this.line = line;
        this.said = project.options().json() || project.options().quiet();
    }

    /** Thrown from here, an exception ends the waiting. */
    void on(Holder holder) {
        if (project.surroundings().interruption().requested()) {
            throw Wrong.of(Code.INTERRUPTED, "interrupted while waiting for " + holder + "; nothing was changed");
        }
        if (!said) {
            said = true;
            line.accept("waiting for " + holder + ", who is migrating this database");
        }
    }
}
