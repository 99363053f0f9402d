package dev.mig.project;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A line-based diff of two texts, as short as possible: removed lines begin with "- ", added ones with "+ ". */
final class LineDifference {
    /** The table of two texts that are longer than this together would take more memory than a message is worth. */
    private static final long LARGEST = 4_000_000;

    private LineDifference() {}

    /** Empty for two texts that are the same. */
    static List<String> between(List<String> then, List<String> now) {
        int start = 0;
        while (start < then.size() && start < now.size() && then.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < then.size() - start
                && end < now.size() - start
                && then.get(then.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        return marked(then.subList(start, then.size() - end), now.subList(start, now.size() - end));
    }

    private static List<String> marked(List<String> then, List<String> now) {
        if ((long) then.size() * now.size() > LARGEST) {
            return Stream.concat(
                            then.stream().map(it -> "- " + it), now.stream().map(it -> "+ " + it))
                    .toList();
        }
        int[][] common = common(then, now);
        List<String> marked = new ArrayList<>();
        int left = 0;
        int right = 0;
        while (left < then.size() || right < now.size()) {
            if (left < then.size() && right < now.size() && then.get(left).equals(now.get(right))) {
                left++;
                right++;
            } else if (right == now.size()
                    || (left < then.size() && common[left + 1][right] >= common[left][right + 1])) {
                marked.add("- " + then.get(left++));
            } else {
                marked.add("+ " + now.get(right++));
            }
        }
        return marked;
    }

    /** How many lines the rests of both have in common, by where the rests begin. */
    private static int[][] common(List<String> then, List<String> now) {
        int[][] common = new int[then.size() + 1][now.size() + 1];
        for (int left = then.size() - 1; left >= 0; left--) {
            for (int right = now.size() - 1; right >= 0; right--) {
                common[left][right] = then.get(left).equals(now.get(right))
                        ? common[left + 1][right + 1] + 1
                        : Math.max(common[left + 1][right], common[left][right + 1]);
            }
        }
        return common;
    }
}
