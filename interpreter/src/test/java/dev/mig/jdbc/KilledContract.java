package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed wherever they are, one after the other: what was told as done is done, nothing is done
 * twice, and the next run goes on or is told how.
 */
abstract class KilledContract {
    private static final long LONGEST_NANOS = 400_000_000L;

    @TempDir
    Path folder = Path.of("");

    /** User and password stand in its URL. */
    abstract TestDatabase database();

    @Test
    void whateverMomentARunIsKilledAtNothingIsLostAndNothingDoneTwice() throws Exception {
        RandomGenerator random = Chaos.random();
        Traces traces = new Traces(database().dialect());
        try (Survivor survivor = new Survivor(traces, database().access())) {
            survivor.begin(database());
        }
        int from = 0;
        for (int round = 1; round <= Chaos.rounds(2); round++) {
            List<Integer> told = killed(random);
            // One at a time: a file is open in one process only.
            try (Survivor survivor = new Survivor(traces, database().access())) {
                assertThat(survivor.look())
                        .as("round " + round + " after " + told)
                        .isIn(possible(from, told, traces.head()));
                from = survivor.goOn();
            }
        }
    }

    /** The numbers that the process told before it was killed. */
    private List<Integer> killed(RandomGenerator random) throws Exception {
        Path told = folder.resolve("told");
        Process process = KilledMover.start(database().access(), told);
        try {
            while (Files.readAllLines(told).isEmpty()) {
                assertThat(process.isAlive()).isTrue();
                Thread.sleep(5);
            }
            Thread.sleep(java.time.Duration.ofNanos(random.nextLong(LONGEST_NANOS)));
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        return Files.readString(told)
                .lines()
                .filter(it -> !it.equals(KilledMover.BEGUN))
                .map(Integer::valueOf)
                .toList();
    }

    /** What was told last, and what comes next, which may have been done without a word. */
    private static List<Integer> possible(int from, List<Integer> told, int head) {
        int last = told.isEmpty() ? from : told.getLast();
        int before = told.size() < 2 ? from : told.get(told.size() - 2);
        boolean down = last == head || (last > 0 && !told.isEmpty() && last < before);
        return List.of(last, down ? last - 1 : last + 1);
    }
}
