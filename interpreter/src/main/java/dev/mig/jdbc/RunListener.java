package dev.mig.jdbc;

import dev.mig.script.ScriptStep;
import dev.mig.script.Statement;

/** Follows a run, on the thread that runs it. Anything reported as done is committed. */
public interface RunListener {
    RunListener SILENT = new RunListener() {};

    /** Another run is the writer; told again and again while this one waits for its turn. */
    default void waiting(LockHolder holder) {}

    /**
     * The catalogue told how a statement ended that a killed run left in doubt.
     *
     * @param place from 1, among the statements of the step
     */
    default void doubtSettled(ScriptStep step, int place, boolean done) {}

    /** @param place from 1 */
    default void stepStarted(ScriptStep step, int place, int steps) {}

    /** @param place from 1, among the statements of the step */
    default void statementStarted(ScriptStep step, Statement statement, int place, int statements) {}

    /** Rows that a load or a change in batches has sent so far. */
    default void rows(ScriptStep step, Statement statement, long rows) {}

    default void stepDone(ScriptStep step, long millis) {}
}
