package dev.mig.bench;

import dev.mig.compile.Compilation;
import dev.mig.compile.HistoryCompiler;
import dev.mig.compile.MigFormat;
import dev.mig.compile.RevisionFiles;
import dev.mig.compile.Target;
import dev.mig.model.Database;
import dev.mig.model.RowFile;
import dev.mig.revision.Applied;
import dev.mig.revision.Plan;
import dev.mig.revision.Planner;
import dev.mig.revision.RevisionGraph;
import dev.mig.script.Dialect;
import dev.mig.script.Script;
import dev.mig.script.ScriptCompiler;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.HeaderReader;
import dev.mig.syntax.tree.Header;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * From texts in memory to statements: all of a history, and the last revision of it, for which the others are searched
 * for what it names. Parsing is part of both.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CompilingBenchmark {
    @Param({"1000", "10000"})
    int revisions;

    private final Map<String, Source> sources = new HashMap<>();
    private RevisionGraph graph = RevisionGraph.of(List.of());

    @Setup
    public void read() {
        List<Header> headers = new ArrayList<>();
        for (int number = 0; number < revisions; number++) {
            Source source = new Source(History.id(number) + ".mig", History.text(number));
            sources.put(History.id(number), source);
            headers.add(HeaderReader.read(source, HeaderReader.Style.MIG).orThrow());
        }
        graph = RevisionGraph.of(headers);
    }

    @Benchmark
    public Script everything() {
        return compile(Planner.upgrade(graph, Applied.none(graph), List.of(dev.mig.revision.Target.parse("head"))));
    }

    @Benchmark
    public Script oneOnTop() {
        Applied applied = Applied.of(graph, List.of(History.id(revisions - 2)));
        return compile(Planner.upgrade(graph, applied, List.of(dev.mig.revision.Target.parse("+1"))));
    }

    private Script compile(Plan plan) {
        Compilation compilation = new HistoryCompiler(graph, new Texts(sources), List.of(new MigFormat()))
                .compile(
                        plan.steps().stream().map(it -> it.revision().id()).toList(), new Target(Database.H2, Map.of()))
                .orThrow();
        Dialect dialect = Dialect.of(Database.H2).orElseThrow();
        return new ScriptCompiler(dialect).compile(plan, it -> compilation.revision(it.id()));
    }

    private record Texts(Map<String, Source> sources) implements RevisionFiles {
        @Override
        public Source text(String id) {
            return Objects.requireNonNull(sources.get(id));
        }

        @Override
        public Source script(String id, String path, Span place) {
            throw new UnsupportedOperationException("this history names no other files");
        }

        @Override
        public RowFile rows(String id, String path, Span place) {
            throw new UnsupportedOperationException("this history names no other files");
        }
    }
}
