package dev.mig.terminal;

import dev.mig.project.ProjectStatus;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** {@code plan} in a warm shell, from Enter to the next prompt, with one revision that is not applied yet. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlanBenchmark {
    @Param({"1000", "10000"})
    int revisions;

    private @Nullable WarmProject project;

    @Setup
    public void openAPrompt() throws IOException {
        project = new WarmProject(revisions);
    }

    @Benchmark
    public ProjectStatus plan() {
        WarmProject warm = Objects.requireNonNull(project);
        warm.type("plan");
        return warm.executor().status();
    }

    @TearDown
    public void leave() throws IOException {
        Objects.requireNonNull(project).close();
    }
}
