package dev.mig.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": finds the known word closest to a misspelled one. */
public final class Suggestions {
    /** Nobody mistypes a longer word by some letters, and comparing two of them takes the product of their lengths. */
    private static final int LONGEST = 200;

    private Suggestions() {}

    /** The nearest known word, if it is near enough. */
    public static Optional<String> nearest(String typed, Collection<String> known) {
        return nearest(typed, known, 1).stream().findFirst();
    }

    /**
     * Up to {@code most} known words that are near enough to be meant, nearest first.
     *
     * <p>Near enough is one edit (insert, delete, replace, swap of neighbours) for every three characters typed, at
     * least one, case aside; or one word being the beginning of the other.
     */
    public static List<String> nearest(String typed, Collection<String> known, int most) {
        String word = typed.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, word.length() / 3);
        record Scored(String word, int distance) {}
        List<Scored> close = new ArrayList<>();
        for (String candidate : known) {
            String other = candidate.toLowerCase(Locale.ROOT);
            boolean prefix =
                    Math.min(word.length(), other.length()) >= 3 && (other.startsWith(word) || word.startsWith(other));
            boolean comparable = Math.max(word.length(), other.length()) <= LONGEST
                    && Math.abs(other.length() - word.length()) <= allowed;
            int distance = comparable ? distance(word, other) : allowed + 1;
            if (distance <= allowed || prefix) {
                close.add(new Scored(candidate, Math.min(distance, allowed + 1)));
            }
        }
        return close.stream()
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::word))
                .limit(most)
                .map(Scored::word)
                .toList();
    }

    /** Damerau–Levenshtein distance in its optimal string alignment form. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
            }
        }
        return cost[a.length()][b.length()];
    }
}
