package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.LineReport;
import dev.mig.report.Page;
import dev.mig.report.Report;
import dev.mig.source.Code;
import dev.mig.source.DiagnosticException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Repeats the status: in place on a terminal, elsewhere whenever it changes. Ctrl-C ends it. */
final class Watch implements Command {
    private static final Duration USUAL = Duration.ofSeconds(2);

    /** A pipe without a reader rejects a write, and cannot be detected earlier. */
    private static final Duration PULSE = Duration.ofMinutes(1);

    private final Supplier<Optional<String>> what;
    private final Supplier<Optional<Duration>> every;
    private final Supplier<Optional<Duration>> during;
    private final Status status;

    Watch(Words words) {
        words.summary("repeat the status until Ctrl-C")
                .description("On a terminal it stays in place; elsewhere it is printed when it changes, and once a "
                        + "minute. It ends when nobody reads it any more.")
                .example("status", "every two seconds")
                .example("status --every 10s", "less often");
        every = words.option("TIME", "how often (default: 2s)", LockWaitOptions::time, "--every");
        during = words.option("TIME", "stop after this time", LockWaitOptions::time, "--for");
        what = words.optionalArgument("status", "the only thing to watch");
        status = new Status(new Words("status"));
    }

    @Override
    public Report run(Project project) {
        what.get().filter(it -> !it.equals("status")).ifPresent(it -> {
            throw UsageError.words("the status can be watched, \"" + it + "\" cannot", "migrate watch status");
        });
        if (project.options().json()) {
            throw UsageError.words("--json prints one document, and watch has no end", "migrate status --json");
        }
        CountDownLatch stopped = new CountDownLatch(1);
        long end = during.get().map(it -> System.nanoTime() + it.toNanos()).orElse(Long.MAX_VALUE);
        return project.process().interruption().during(stopped::countDown, () -> {
            boolean again = !project.process().terminal().out();
            String last = "";
            long pulse = System.nanoTime();
            while (System.nanoTime() < end) {
                String text = text(project);
                boolean beat = again && System.nanoTime() - pulse >= PULSE.toNanos();
                if (beat || !text.equals(last)) {
                    pulse = System.nanoTime();
                    show(project.console().out(), text);
                }
                last = text;
                if (project.console().out().isLost() || isOver(stopped, end)) {
                    break;
                }
                project.filesChanged();
            }
            return new LineReport("");
        });
    }

    private boolean isOver(CountDownLatch stopped, long end) {
        long pause = Math.min(every.get().orElse(USUAL).toNanos(), Math.max(0, end - System.nanoTime()));
        try {
            return stopped.await(pause, TimeUnit.NANOSECONDS);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void show(Page page, String text) {
        page.clear();
        text.lines().forEach(page::line);
        page.flush();
    }

    /** What is wrong now may be right at the next check. */
    private String text(Project project) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        Page page = project.console().out().onto(writer);
        try {
            Report report = status.run(project);
            report.write(page);
        } catch (DiagnosticException wrong) {
            if (wrong.diagnostics().getFirst().code() == Code.INTERRUPTED) {
                throw wrong;
            }
            wrong.diagnostics().forEach(page::diagnostic);
        }
        writer.flush();
        return text.toString();
    }
}
