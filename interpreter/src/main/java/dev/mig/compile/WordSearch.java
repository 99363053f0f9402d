package dev.mig.compile;

import dev.mig.compile.RelevantNames.Need;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches the text of a revision for names without parsing it: as whole words, case-insensitively, quoted or not,
 * including comments and raw SQL.
 *
 * <p>Thousands of texts are searched for a handful of words. Words are therefore compared by a rolling hash, and no
 * substring is created before one matches.
 */
final class WordSearch {
    /** What follows one of these is read, referred to, or has its rows changed. */
    private static final Set<String> BEFORE_A_MERE_SOURCE = Set.of("references", "from", "join", "into", "update");

    /** What follows one of these is what kind of thing it is, and only after that comes its name. */
    private static final Set<String> BEFORE_A_KIND = Set.of("create", "alter", "drop", "rename", "add");

    /** A table may be called so. Most texts hold some of these, which are looked for only where a name begins with one. */
    private static final Set<String> KINDS =
            Set.of("table", "index", "view", "column", "constraint", "type", "schema", "sequence");

    private final Map<Integer, Map<String, Need>> byHash = new HashMap<>();
    private final long[] filter = new long[64];

    WordSearch(Map<String, Need> wanted) {
        wanted.forEach((word, need) -> {
            int hash = hash(word);
            byHash.computeIfAbsent(hash, it -> new HashMap<>()).put(word, need);
            filter[hash >>> 6 & 63] |= 1L << hash;
        });
    }

    /** The longest word in a name, lower case; the name itself for most. Empty if there is no word in it. */
    static String longest(String name) {
        String longest = "";
        int at = 0;
        while (at < name.length()) {
            int start = at;
            while (at < name.length() && isPart(name.charAt(at))) {
                at++;
            }
            if (at - start > longest.length()) {
                longest = name.substring(start, at);
            }
            at++;
        }
        StringBuilder lower = new StringBuilder(longest.length());
        longest.chars().forEach(it -> lower.append(Character.toLowerCase((char) it)));
        return lower.toString();
    }

    /** Whether the text can matter to one of the names. */
    boolean matter(String text) {
        // What a variable stands for may be a name.
        if (text.contains("${")) {
            return true;
        }
        // A schema before a dot is part of the name after it, so that it is not the word before that.
        int beforeStart = 0;
        int beforeEnd = 0;
        int at = 0;
        int length = text.length();
        while (at < length) {
            if (!isPart(text.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            int hash = 0;
            while (at < length && isPart(text.charAt(at))) {
                hash = 31 * hash + Character.toLowerCase(text.charAt(at));
                at++;
            }
            if ((filter[hash >>> 6 & 63] & 1L << hash) != 0) {
                Need need = need(text, start, at, hash);
                if (need != null && matters(need, text, new Found(beforeStart, beforeEnd, start, at))) {
                    return true;
                }
            }
            if (!followedByDot(text, at)) {
                beforeStart = start;
                beforeEnd = at;
            }
        }
        return false;
    }

    private @Nullable Need need(String text, int start, int end, int hash) {
        Map<String, Need> words = byHash.get(hash);
        if (words == null) {
            return null;
        }
        for (Map.Entry<String, Need> word : words.entrySet()) {
            boolean same = word.getKey().length() == end - start
                    && text.regionMatches(true, start, word.getKey(), 0, end - start);
            if (same) {
                return word.getValue();
            }
        }
        return null;
    }

    /** Where a word stands in a text, and the one before it. */
    private record Found(int beforeStart, int beforeEnd, int start, int end) {}

    private static boolean matters(Need need, String text, Found found) {
        String before = text.substring(found.beforeStart(), found.beforeEnd()).toLowerCase(Locale.ROOT);
        return switch (need) {
            case REFERENCES -> true;
            case KEY, STRUCTURE -> !BEFORE_A_MERE_SOURCE.contains(before) && !isKind(text, before, found);
            case NAME -> !BEFORE_A_MERE_SOURCE.contains(before) && !isKind(text, before, found) && mayRename(text);
        };
    }

    /** Right after it: of a list of names, such a word may be one. */
    private static boolean isKind(String text, String before, Found found) {
        return BEFORE_A_KIND.contains(before)
                && KINDS.contains(text.substring(found.start(), found.end()).toLowerCase(Locale.ROOT))
                && text.substring(found.beforeEnd(), found.start()).isBlank();
    }

    /** What can give a table or its columns another name, or another schema, or take the foreign keys to it. */
    private static boolean mayRename(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("rename") || lower.contains("schema") || lower.contains("cascade");
    }

    private static boolean followedByDot(String text, int end) {
        int at = end;
        while (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == ' ')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '.';
    }

    private static int hash(String word) {
        int hash = 0;
        for (int at = 0; at < word.length(); at++) {
            hash = 31 * hash + Character.toLowerCase(word.charAt(at));
        }
        return hash;
    }

    private static boolean isPart(char it) {
        return it < 128 ? isAsciiPart(it) : Character.isUnicodeIdentifierPart(it);
    }

    private static boolean isAsciiPart(char it) {
        return (it >= 'a' && it <= 'z')
                || (it >= 'A' && it <= 'Z')
                || (it >= '0' && it <= '9')
                || it == '_'
                || it == '$';
    }
}
