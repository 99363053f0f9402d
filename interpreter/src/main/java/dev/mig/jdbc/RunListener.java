package dev.mig.jdbc;

import dev.mig.script.ScriptStep;
import dev.mig.script.Statement;

/** Follows a run, on the thread that runs it. Anything reported as done is committed. */
public interface RunListener {
    RunListener SILENT = new RunListener() {};

    /** Another run holds the lock; called repeatedly while waiting. */
    default void waiting(LockHolder holder) {}

    /**
     * The catalogue showed how a statement that a killed run left in doubt has ended.
     *
     * @param place from 1, among the statements of the step
     */
    default void doubtSettled(ScriptStep step, int place, boolean done) {}

    /** @param place from 1 */
    default void stepStarted(ScriptStep step, int place, int steps) {}

    /** @param place from 1, among the statements of the step */
    default void statementStarted(ScriptStep step, Statement statement, int place, int statements) {}

    /** The number of rows that a load or a batched change has sent so far. */
    default void rows(ScriptStep step, Statement statement, long rows) {}

    default void stepDone(ScriptStep step, long millis) {}
}
