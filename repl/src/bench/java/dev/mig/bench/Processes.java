package dev.mig.bench;

import dev.mig.bench.TimedProcess.Figure;
import dev.mig.bench.Work.Other;
import dev.mig.bench.Work.Start;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whole processes, as people start them: the distribution's own {@code bin/migrate} against a small Java program that
 * sends the same statements over plain JDBC and commits as often, and against itself on a history a tenth as long.
 *
 * <p>{@link PlainJdbc} runs on the class path of this class, on the JDK of the build as it comes. Figures are medians
 * of five runs, or three where they are slow, after one that does not count; the two sides of a ratio take turns.
 * Seconds are for orientation, ratios count. On a machine that does other things as well, those of the processor say more than those of the wall clock.
 */
final class Processes {
    private static final int RUNS = 5;
    private static final int RUNS_OF_SLOW = 3;
    private static final double SLOW_SECONDS = 10;

    private final PlainDatabase database;
    private final Path migrate;
    private final PrintStream out;
    private final Path folder;

    private Processes(PlainDatabase database, Path distribution, PrintStream out, Path folder) {
        this.database = database;
        this.migrate = distribution.resolve("bin/migrate");
        this.out = out;
        this.folder = folder;
    }

    /**
     * @param distribution the folder of what is measured
     * @param revisions of the long history; the short one has a tenth of them
     */
    static void measure(PlainDatabase database, String distribution, int revisions)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("migrate-bench");
        try {
            new Processes(database, Path.of(distribution).toAbsolutePath(), System.out, folder)
                    .run(revisions / 10, revisions);
        } finally {
            delete(folder);
        }
    }

    private void run(int few, int many) throws IOException, InterruptedException {
        out.println("| work | revisions | wall | processor | memory | compared with | wall | processor | ratio of walls"
                + " | of processors |");
        out.println("|---|---|---|---|---|---|---|---|---|---|");
        Map<String, Figure> atFew = measure(few);
        Map<String, Figure> atMany = measure(many);
        out.printf(Locale.ROOT, "%nFrom %,d to %,d revisions, times its own time:%n%n", few, many);
        out.println("| work | wall | processor |");
        out.println("|---|---|---|");
        atFew.forEach((work, figure) -> out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f |%n",
                work,
                atMany.getOrDefault(work, figure).seconds() / figure.seconds(),
                atMany.getOrDefault(work, figure).processor() / figure.processor()));
    }

    private Map<String, Figure> measure(int revisions) throws IOException, InterruptedException {
        Project project = new Project(folder.resolve("history-" + revisions), revisions);
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Work work : Work.ALL) {
            figures.put(work.name(), compare(work, project));
        }
        delete(project.folder);
        return figures;
    }

    private Figure compare(Work work, Project project) throws IOException, InterruptedException {
        List<Figure> ours = new ArrayList<>();
        List<Figure> others = new ArrayList<>();
        int runs = RUNS;
        for (int run = -1; run < runs; run++) {
            project.stand(work.start());
            Figure our = TimedProcess.run(project.migrate(work.words()));
            Figure other = project.run(work.other());
            if (our.seconds() > SLOW_SECONDS) {
                runs = RUNS_OF_SLOW;
            }
            if (run >= 0) {
                ours.add(our);
                others.add(other);
            }
        }
        Figure our = Figure.median(ours);
        Figure other = Figure.median(others);
        out.printf(
                Locale.ROOT,
                "| %s | %,d | %.2f s | %.2f s | %d MiB | %s | %.2f s | %.2f s | %.2f | %.2f |%n",
                work.name(),
                project.revisions,
                our.seconds(),
                our.processor(),
                our.memory(),
                switch (work.other()) {
                    case Other.Plain plain -> "plain JDBC";
                    case Other.Command command -> String.join(" ", command.words());
                },
                other.seconds(),
                other.processor(),
                median(ours, others, Figure::seconds),
                median(ours, others, Figure::processor));
        return our;
    }

    private interface Side {
        double of(Figure figure);
    }

    /** Of the ratios of those that ran one after the other. */
    private static double median(List<Figure> ours, List<Figure> others, Side side) {
        double[] ratios = new double[ours.size()];
        for (int run = 0; run < ratios.length; run++) {
            ratios[run] = side.of(ours.get(run)) / side.of(others.get(run));
        }
        java.util.Arrays.sort(ratios);
        return ratios[ratios.length / 2];
    }

    /** A history in a folder, its database, and the one of plain JDBC beside it, which go the same ways. */
    private final class Project {
        private final Path folder;
        private final int revisions;

        Project(Path folder, int revisions) throws IOException {
            this.folder = folder;
            this.revisions = revisions;
            History.write(folder, revisions, database.url(Path.of("./data/app")));
            Files.createDirectories(folder.resolve("data"));
            Files.createDirectories(folder.resolve("plain"));
        }

        void stand(Start start) throws IOException, InterruptedException {
            Path last = History.file(folder, revisions, "mig");
            Path script = History.file(folder, revisions, "js");
            switch (start) {
                case EMPTY -> {
                    for (String side : List.of("data", "plain")) {
                        delete(folder.resolve(side));
                        Files.createDirectories(folder.resolve(side));
                    }
                }
                case HEAD -> {
                    takeBack();
                    Files.deleteIfExists(last);
                    Files.deleteIfExists(script);
                }
                case ONE_TO_GO -> {
                    takeBack();
                    Files.deleteIfExists(script);
                    Files.writeString(last, History.text(revisions));
                }
                case SCRIPT_TO_GO -> {
                    takeBack();
                    Files.deleteIfExists(last);
                    Files.writeString(script, History.script(revisions));
                }
            }
        }

        /** To where all but the last revision is applied, which may be there or not. */
        private void takeBack() throws IOException, InterruptedException {
            if (Files.exists(History.file(folder, revisions, "mig"))
                    || Files.exists(History.file(folder, revisions, "js"))) {
                TimedProcess.run(migrate(List.of("--yes", "downgrade", History.id(revisions - 1))));
                TimedProcess.run(plain("undo"));
            }
        }

        Figure run(Other other) throws IOException, InterruptedException {
            return switch (other) {
                case Other.Plain(String what) -> TimedProcess.run(plain(what));
                case Other.Command(Start start, List<String> words) -> {
                    stand(start);
                    yield TimedProcess.run(migrate(words));
                }
            };
        }

        List<String> migrate(List<String> words) {
            return Stream.concat(Stream.of(migrate.toString(), "-C", folder.toString()), words.stream())
                    .toList();
        }

        private List<String> plain(String what) {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    PlainJdbc.class.getName(),
                    database.name(),
                    what,
                    folder.resolve("plain/app").toString(),
                    Integer.toString(revisions));
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
