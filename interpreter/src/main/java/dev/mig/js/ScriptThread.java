package dev.mig.js;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script on a thread of its own, does for it what only the caller's thread may do, and abandons it if even the
 * engine cannot stop it: a single operation on a number with a million digits checks no limit until it is done.
 *
 * <p>A connection is therefore never used on the script's thread, which the engine interrupts: an embedded database
 * would close its files. A thread that was given up ends with its operation; nothing waits for it, the end of the
 * process neither.
 */
final class ScriptThread {
    /** Enough stack for the frames that the sandbox allows. */
    private static final long STACK = 64L << 20;

    /** How long after its limit a script is abandoned. */
    private static final Duration GRACE = Duration.ofMillis(750);

    private static final long LOOK_MILLIS = 50;

    /** A script continued after its limit, or after the run was cancelled. */
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final BlockingQueue<Runnable> asked = new LinkedBlockingQueue<>();
    private volatile @Nullable Context context;

    private ScriptThread() {}

    /** On a script's thread: what the thread that waits for the script does meanwhile. */
    interface Caller {
        <T extends @Nullable Object> T ask(Supplier<T> question);
    }

    /** Of a script that asks nothing. */
    static <T extends @Nullable Object> T run(Duration cpuTime, Supplier<Context> contexts, Function<Context, T> work) {
        return new ScriptThread().await(cpuTime, contexts, work, () -> false);
    }

    /** @param cancelled whether the script must stop for another reason than its limits */
    static void run(Duration cpuTime, Supplier<Context> contexts, BooleanSupplier cancelled, Work work) {
        ScriptThread watched = new ScriptThread();
        Caller caller = watched::ask;
        watched.await(
                cpuTime,
                contexts,
                context -> {
                    work.run(context, caller);
                    return true;
                },
                cancelled);
    }

    interface Work {
        void run(Context context, Caller caller);
    }

    private <T extends @Nullable Object> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        asked.add(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return joined(answer);
    }

    private <T extends @Nullable Object> T await(
            Duration cpuTime, Supplier<Context> contexts, Function<Context, T> work, BooleanSupplier cancelled) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try (Context opened = contexts.get()) {
                        context = opened;
                        result.complete(work.apply(opened));
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    } finally {
                        asked.add(() -> {});
                    }
                },
                "script",
                STACK);
        thread.setDaemon(true);
        thread.start();
        long limit = cpuTime.plus(GRACE).toNanos();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        while (!result.isDone()) {
            Runnable question = question();
            if (question != null) {
                question.run();
            } else if (cancelled.getAsBoolean()
                    || Thread.currentThread().isInterrupted()
                    // Until the first context is open, time is spent by the engine and not the script.
                    || (context != null && threads.getThreadCpuTime(thread.threadId()) > limit)) {
                giveUp();
                throw new GivenUp();
            }
        }
        return joined(result);
    }

    private @Nullable Runnable question() {
        try {
            return asked.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static <T extends @Nullable Object> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw failed;
            }
        }
    }

    /** Closing waits for the script, so it is done by another thread. */
    private void giveUp() {
        Context abandoned = context;
        if (abandoned != null) {
            Thread.ofPlatform().daemon().name("script end").start(() -> abandoned.close(true));
        }
    }
}
