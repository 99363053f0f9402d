package dev.mig.project;

import dev.mig.jdbc.LockHolder;
import dev.mig.jdbc.RunListener;
import dev.mig.report.Page;
import dev.mig.report.ProgressBar;
import dev.mig.report.StepEntry;
import dev.mig.revision.Direction;
import dev.mig.revision.Plan;
import dev.mig.script.ScriptStep;
import dev.mig.script.Statement;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress of a run: a line per step, and a progress bar below on a terminal. Long runs on a terminal show
 * only the bar, because nobody reads a thousand lines scrolling by.
 */
public final class RunProgress implements RunListener, AutoCloseable {
    /** The number of steps that fit on a screen. */
    private static final int FEW = 20;

    private final Project project;
    private final Direction direction;
    private final Plan plan;
    private final BiFunction<ScriptStep, Long, StepEntry> entries;
    private final LockWaitNotice waiting;
    private final boolean lines;
    private final @Nullable ProgressBar bar;
    private int done;

    /** @param entries creates the report entry of a step, given its duration in milliseconds */
    public RunProgress(
            Project project, Direction direction, Plan plan, BiFunction<ScriptStep, Long, StepEntry> entries) {
        int steps = plan.steps().size();
        this.plan = plan;
        this.project = project;
        this.direction = direction;
        this.entries = entries;
        boolean terminal =
                project.process().terminal().err() && !project.process().isDumb();
        boolean silent = project.options().json() || project.options().quiet();
        this.waiting =
                new LockWaitNotice(project, text -> line(project.console().err(), text));
        this.lines = !silent && (!terminal || steps <= FEW || project.options().verbose());
        this.bar = silent || !terminal
                ? null
                : new ProgressBar(
                        project.console().err(), steps, project.process().clock());
    }

    @Override
    public void waiting(LockHolder holder) {
        waiting.waiting(holder);
    }

    @Override
    public void doubtSettled(ScriptStep step, int place, boolean done) {
        if (lines) {
            line(
                    project.console().err(),
                    "statement " + place + " of \"" + step.revision() + "\" was under way when an earlier run was cut"
                            + " off: the database shows that it was " + (done ? "" : "not ") + "finished");
        }
    }

    @Override
    public void statementStarted(ScriptStep step, Statement statement, int place, int statements) {
        if (bar != null) {
            bar.at(done, step.revision() + " " + statement.what());
        }
    }

    @Override
    public void rows(ScriptStep step, Statement statement, long rows) {
        if (bar != null) {
            bar.at(done, step.revision() + " " + statement.what() + String.format(Locale.ROOT, ": %,d rows", rows));
        }
    }

    @Override
    public void stepDone(ScriptStep step, long millis) {
        done++;
        if (lines) {
            Page out = project.console().out();
            line(out, entries.apply(step, millis).line(out, direction.word()));
        }
        if (bar != null) {
            bar.at(done, step.revision());
        }
        project.env().afterStep(plan, step, millis);
    }

    /** Flushed immediately, so that a run can be followed as it happens. */
    private void line(Page page, String text) {
        Runnable written = () -> {
            page.line(text);
            page.flush();
        };
        if (bar == null) {
            written.run();
        } else {
            bar.above(written);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
