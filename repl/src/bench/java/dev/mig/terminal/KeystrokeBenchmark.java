package dev.mig.terminal;

import dev.mig.project.ProjectStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedString;
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

/** What one key costs at the prompt of a history of 10,000 revisions: the tab key, and the colours of any key. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KeystrokeBenchmark {
    /** All revisions, some six hundred of them, a few; and some without a command in front, where more can stand. */
    @Param({"upgrade ", "upgrade 3", "show 3b1", "3"})
    String line = "";

    private final LineParser parser = new LineParser();
    private @Nullable LineReader reader;
    private @Nullable WarmProject project;
    private @Nullable LineCompleter completer;

    @Setup
    public void openAPrompt() throws IOException {
        Terminal terminal = new DumbTerminal(InputStream.nullInputStream(), OutputStream.nullOutputStream());
        reader = LineReaderBuilder.builder().terminal(terminal).build();
        WarmProject warm = new WarmProject(10_000);
        ProjectStatus status = warm.executor().status();
        completer = new LineCompleter(warm.executor(), () -> status, warm.folder(), true);
        project = warm;
    }

    @Benchmark
    public List<Candidate> tab() {
        List<Candidate> candidates = new ArrayList<>();
        ParsedLine parsed = parser.parse(line, line.length(), ParseContext.COMPLETE);
        Objects.requireNonNull(completer).complete(Objects.requireNonNull(reader), parsed, candidates);
        return candidates;
    }

    @Benchmark
    public AttributedString colours() {
        return SyntaxHighlighter.of(Language.of(line), line);
    }

    @TearDown
    public void leave() throws IOException {
        Objects.requireNonNull(project).close();
    }
}
