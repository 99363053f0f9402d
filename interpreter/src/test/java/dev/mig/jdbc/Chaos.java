package dev.mig.jdbc;

import java.util.Random;
import java.util.random.RandomGenerator;

/** How much of it: a little in every build, and as much as somebody asks for with {@code -Dchaos.rounds=5000}. */
final class Chaos {
    private Chaos() {}

    static int rounds(int usually) {
        return Integer.getInteger("chaos.rounds", usually);
    }

    /** A build always chooses the same moments, so that it fails for what changed; {@code -Dchaos.seed} chooses others. */
    static RandomGenerator random() {
        return new Random(Long.getLong("chaos.seed", 1_000_003));
    }
}
