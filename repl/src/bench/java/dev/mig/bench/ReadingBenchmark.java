package dev.mig.bench;

import dev.mig.source.Source;
import dev.mig.syntax.HeaderReader;
import dev.mig.syntax.Mig;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.MigFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Texts that are in memory: how long a thousand headers take, and a thousand whole files. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadingBenchmark {
    private final List<Source> sources = new ArrayList<>();

    public ReadingBenchmark() {
        for (int number = 0; number < 1_000; number++) {
            sources.add(new Source(History.id(number) + ".mig", History.text(number)));
        }
    }

    @Benchmark
    public List<Parsed<Header>> thousandHeaders() {
        return sources.stream()
                .map(it -> HeaderReader.read(it, HeaderReader.Style.MIG))
                .toList();
    }

    @Benchmark
    public List<Parsed<MigFile>> thousandFiles() {
        return sources.stream().map(Mig::parse).toList();
    }
}
