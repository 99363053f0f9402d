package dev.mig.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whole processes, as people start them: the distribution's own {@code bin/migrate} against a small Java program that
 * sends the same statements over plain JDBC and commits as often, and against itself on a history a tenth as long.
 *
 * <p>The argument is the folder of the distribution; {@link PlainJdbc} runs on the class path of this class. All figures are medians of five
 * runs after one that does not count; the two sides of a ratio take turns. Seconds are for orientation, ratios count.
 */
final class Processes {
    private static final int RUNS = 5;
    private static final int SHORT = 1_000;
    private static final int LONG = 10_000;

    private final Path migrate;
    private final String classpath;
    private final PrintStream out;
    private final Path folder;

    private Processes(Path distribution, String classpath, PrintStream out, Path folder) {
        this.migrate = distribution.resolve("bin/migrate");
        this.classpath = classpath;
        this.out = out;
        this.folder = folder;
    }

    /** Median seconds of the wall clock, and the largest resident set in MiB; 0 where the system does not tell. */
    private record Figure(double seconds, long memory) {
        static Figure median(List<Figure> figures) {
            return new Figure(
                    figures.stream().mapToDouble(Figure::seconds).sorted().toArray()[figures.size() / 2],
                    figures.stream().mapToLong(Figure::memory).max().orElse(0));
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("migrate-bench");
        try {
            new Processes(Path.of(args[0]).toAbsolutePath(), System.getProperty("java.class.path"), System.out, folder)
                    .run();
        } finally {
            delete(folder);
        }
    }

    private void run() throws IOException, InterruptedException {
        out.println("| work | revisions | migrate | memory | compared with | its time | ratio |");
        out.println("|---|---|---|---|---|---|---|");
        Figures few = measure(SHORT);
        Figures many = measure(LONG);
        out.println();
        out.printf(Locale.ROOT, "From %,d to %,d revisions, times its own time:%n%n", SHORT, LONG);
        for (int at = 0; at < few.all().size(); at++) {
            out.printf(
                    Locale.ROOT,
                    "- %s: %.1f%n",
                    few.all().get(at).work(),
                    many.all().get(at).figure().seconds()
                            / few.all().get(at).figure().seconds());
        }
    }

    private record Figures(List<Named> all) {}

    private record Named(String work, Figure figure) {}

    private Figures measure(int revisions) throws IOException, InterruptedException {
        Path project = Files.createDirectories(folder.resolve("history-" + revisions));
        History.write(project, revisions);
        Path data = project.resolve("data");
        Path plain = project.resolve("plain");
        List<Named> figures = new ArrayList<>();

        List<String> upgrade = migrate(project, "upgrade", "head");
        List<String> sending = plainJdbc("upgrade", plain, revisions);
        figures.add(compare("upgrade head", revisions, upgrade, sending, () -> {
            delete(data);
            delete(plain);
        }));

        List<String> looking = plainJdbc("current", plain, revisions);
        for (String word : List.of("current", "heads", "history")) {
            figures.add(compare(word, revisions, migrate(project, word), looking, () -> {}));
        }

        History.append(project.resolve("migrations"), revisions);
        List<String> back = migrate(project, "-y", "downgrade", "-1");
        Cleaning undo = () -> {
            start(back);
            start(plainJdbc("undo", plain, revisions));
        };
        start(migrate(project, "upgrade", "+1"));
        figures.add(compare(
                "upgrade +1", revisions, migrate(project, "upgrade", "+1"), plainJdbc("one", plain, revisions), undo));
        return new Figures(figures);
    }

    /** What makes a run repeatable; not measured. */
    private interface Cleaning {
        void clean() throws IOException, InterruptedException;
    }

    private Named compare(String work, int revisions, List<String> ours, List<String> theirs, Cleaning before)
            throws IOException, InterruptedException {
        List<Figure> our = new ArrayList<>();
        List<Figure> their = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int run = -1; run < RUNS; run++) {
            before.clean();
            Figure one = start(ours);
            Figure other = start(theirs);
            if (run >= 0) {
                our.add(one);
                their.add(other);
                ratios.add(one.seconds() / other.seconds());
            }
        }
        Figure figure = Figure.median(our);
        out.printf(
                Locale.ROOT,
                "| %s | %,d | %.2f s | %d MiB | plain JDBC | %.2f s | %.2f |%n",
                work,
                revisions,
                figure.seconds(),
                figure.memory(),
                Figure.median(their).seconds(),
                ratios.stream().sorted().toList().get(ratios.size() / 2));
        return new Named(work, figure);
    }

    private List<String> migrate(Path project, String... words) {
        return Stream.concat(Stream.of(migrate.toString(), "-C", project.toString()), Stream.of(words))
                .toList();
    }

    private List<String> plainJdbc(String what, Path data, int revisions) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                classpath,
                PlainJdbc.class.getName(),
                what,
                data.resolve("app").toString(),
                Integer.toString(revisions));
    }

    private static Figure start(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("migrate-bench", ".log");
        try {
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            process.getOutputStream().close();
            PeakMemory peak = new PeakMemory(process);
            int exit = process.waitFor();
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (exit != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + exit + ":\n"
                        + Files.readString(said, StandardCharsets.UTF_8));
            }
            return new Figure(seconds, peak.mebibytes());
        } finally {
            Files.delete(said);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> found;
            try (Stream<Path> walk = Files.walk(folder)) {
                found = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : found) {
                Files.delete(path);
            }
        }
    }
}
