package dev.mig.jdbc;

import dev.mig.script.ScriptStep;
import dev.mig.source.Diagnostic;
import java.util.List;
import java.util.SortedSet;

/** How a run ended. Whatever is called done here is committed. */
public sealed interface Outcome {
    List<Done> done();

    /** The version table after the run. */
    SortedSet<String> rows();

    record Done(ScriptStep step, long millis) {}

    /** Everything was done. */
    record Applied(List<Done> done, SortedSet<String> rows) implements Outcome {
        public Applied {
            done = List.copyOf(done);
        }
    }

    /**
     * The run stopped, by itself or on request.
     *
     * @param failed the step that is not done
     * @param finishedStatements of the failed step that stay done, and will not be sent again
     * @param why what happened, where, and what to type
     */
    record Stopped(List<Done> done, SortedSet<String> rows, ScriptStep failed, int finishedStatements, Diagnostic why)
            implements Outcome {
        public Stopped {
            done = List.copyOf(done);
        }
    }
}
