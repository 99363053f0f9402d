package dev.mig.revision;

import java.util.ArrayList;
import java.util.List;

/** Formats lists and counts in this package's messages. */
final class Wording {
    /** More than this many are not listed: the rest is counted. */
    static final int MOST = 5;

    private Wording() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}, or the first five {@code and 7 more}. */
    static String and(List<?> things) {
        return list(things, "and");
    }

    static String or(List<?> things) {
        return list(things, "or");
    }

    /** Like {@link #or} with each in double quotes, as words to type stand in a message. */
    static String orQuoted(List<String> words) {
        return or(words.stream().map(Wording::quoted).toList());
    }

    static String quoted(String word) {
        return '"' + word + '"';
    }

    /** {@code 1 revision}, {@code 0 revisions}. */
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String list(List<?> things, String conjunction) {
        List<String> shown =
                new ArrayList<>(things.stream().limit(MOST).map(String::valueOf).toList());
        if (things.size() > MOST) {
            return String.join(", ", shown) + " and " + (things.size() - MOST) + " more";
        }
        if (shown.size() < 2) {
            return String.join("", shown);
        }
        String last = shown.removeLast();
        return String.join(", ", shown) + " " + conjunction + " " + last;
    }
}
