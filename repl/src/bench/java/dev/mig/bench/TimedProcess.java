package dev.mig.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a command to its end and tells what it took. One at a time: the system counts all children together. */
final class TimedProcess {
    private static final Path OWN_STATISTICS = Path.of("/proc/self/stat");
    private static final double TICKS_PER_SECOND = 100;

    private TimedProcess() {}

    /**
     * What it took; processor and memory are 0 where the system does not tell.
     *
     * @param seconds of the wall clock
     * @param processor seconds of all processors
     * @param memory the largest resident set, in MiB
     */
    record Figure(double seconds, double processor, long memory) {
        /** Each figure's own median, and the largest memory. */
        static Figure median(List<Figure> figures) {
            return new Figure(
                    figures.stream().mapToDouble(Figure::seconds).sorted().toArray()[figures.size() / 2],
                    figures.stream().mapToDouble(Figure::processor).sorted().toArray()[figures.size() / 2],
                    figures.stream().mapToLong(Figure::memory).max().orElse(0));
        }
    }

    /** @throws IOException if it fails, with what it said */
    static Figure run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("migrate-bench", ".log");
        try {
            double before = childrensSeconds();
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
            return new Figure(seconds, childrensSeconds() - before, peak.mebibytes());
        } finally {
            Files.delete(said);
        }
    }

    /** Of children that have ended: <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc</a>. */
    private static double childrensSeconds() throws IOException {
        if (!Files.exists(OWN_STATISTICS)) {
            return 0;
        }
        String statistics = Files.readString(OWN_STATISTICS);
        // The second field is a name in brackets, which may hold spaces; the times are the 16th and the 17th.
        String[] fields = statistics.substring(statistics.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
    }
}
