package dev.mig.bench;

import dev.mig.revision.Applied;
import dev.mig.revision.Plan;
import dev.mig.revision.Planner;
import dev.mig.revision.RevisionGraph;
import dev.mig.revision.Target;
import dev.mig.source.Source;
import dev.mig.syntax.HeaderReader;
import dev.mig.syntax.tree.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From headers to a plan: the graph of a whole history, everything to do, and one step on top. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlanningBenchmark {
    @Param({"1000", "10000"})
    int revisions;

    private final List<Header> headers = new ArrayList<>();
    private RevisionGraph graph = RevisionGraph.of(List.of());

    @Setup
    public void read() {
        for (int number = 0; number < revisions; number++) {
            Source source = new Source(History.id(number) + ".mig", History.text(number));
            headers.add(HeaderReader.read(source, HeaderReader.Style.MIG).orThrow());
        }
        graph = RevisionGraph.of(headers);
    }

    @Benchmark
    public RevisionGraph graph() {
        return RevisionGraph.of(headers);
    }

    @Benchmark
    public Plan everything() {
        return Planner.upgrade(graph, Applied.none(graph), List.of(Target.parse("head")));
    }

    @Benchmark
    public Plan oneOnTop() {
        Applied applied = Applied.of(graph, List.of(History.id(revisions - 2)));
        return Planner.upgrade(graph, applied, List.of(Target.parse("+1")));
    }
}
