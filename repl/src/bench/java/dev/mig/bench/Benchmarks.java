package dev.mig.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that is measured, one line each, under the name that {@code -Dbench=} takes. Several names are joined by
 * commas; {@code all} is all of them, one after the other.
 *
 * <p>A benchmark of JMH needs no line here: JMH finds it by its annotations.
 */
final class Benchmarks {
    /**
     * What a benchmark is given.
     *
     * @param distribution the folder whose {@code bin/migrate} is measured
     * @param revisions of the long history; the short one has a tenth of them
     */
    private record Setting(String distribution, int revisions) {}

    private interface Benchmark {
        void run(Setting setting) throws Exception;
    }

    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("h2", it -> Processes.measure(PlainDatabase.H2, it.distribution(), it.revisions()));
        ALL.put("sqlite", it -> Processes.measure(PlainDatabase.SQLITE, it.distribution(), it.revisions()));
        ALL.put("inspecting", it -> Inspecting.main(new String[0]));
        ALL.put("jmh", it -> jmh());
    }

    private Benchmarks() {}

    /** Arguments: the names, the folder of the distribution, and the revisions of the long history. */
    public static void main(String[] args) throws Exception {
        Set<String> names = args[0].equals("all") ? ALL.keySet() : Set.copyOf(Arrays.asList(args[0].split(",")));
        if (!ALL.keySet().containsAll(names)) {
            throw new IllegalArgumentException("-Dbench= takes all, or some of " + ALL.keySet() + ", and not " + names);
        }
        for (Map.Entry<String, Benchmark> benchmark : ALL.entrySet()) {
            if (names.contains(benchmark.getKey())) {
                System.out.println("\n## " + benchmark.getKey() + "\n");
                benchmark.getValue().run(new Setting(args[1], Integer.parseInt(args[2])));
            }
        }
    }

    /** In one process of its own for each benchmark, five measurements of a second after three that warm it up. */
    private static void jmh() throws Exception {
        org.openjdk.jmh.Main.main(
                List.of("-f", "1", "-wi", "3", "-i", "5", "-w", "1", "-r", "1").toArray(String[]::new));
    }
}
