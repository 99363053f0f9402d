package dev.mig.compile;

import dev.mig.compile.RelevantNames.Need;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Searches the text of a revision for names without parsing it: as whole words, case-insensitively, quoted or not,
 * including comments and raw SQL.
 *
 * <p>Thousands of texts are searched for a handful of words. Words are therefore compared by a rolling hash, and no
 * substring is created before one matches.
 */
final class WordSearch {
    /** What follows one of these keywords is read, referred to, or has its rows changed. */
    private static final Set<String> BEFORE_A_MERE_SOURCE = Set.of("references", "from", "join", "into", "update");

    /** What follows one of these is a kind of object, and then its name. */
    private static final Set<String> BEFORE_A_KIND = Set.of("create", "alter", "drop", "rename", "add");

    /**
     * Possible names of tables. Most texts contain some of these words, so they are searched for only if a name
     * begins with one.
     */
    private static final Set<String> KINDS =
            Set.of("table", "index", "view", "column", "constraint", "type", "schema", "sequence");

    private static final Set<Integer> KIND_HASHES =
            KINDS.stream().map(WordSearch::hash).collect(Collectors.toUnmodifiableSet());

    /** Nearly every character of a text is one of these, and each is looked up. */
    private static final char[] ASCII = asciiParts();

    private final Map<Integer, Map<String, Need>> byHash = new HashMap<>();
    private final long[] filter = new long[64];

    /** References are found wherever the name appears, including after the kind of another object. */
    private final boolean kindsCount;

    WordSearch(Map<String, Need> wanted) {
        kindsCount = KINDS.stream().anyMatch(it -> wanted.get(it) == Need.REFERENCES);
        wanted.forEach((word, need) -> {
            int hash = hash(word);
            byHash.computeIfAbsent(hash, it -> new HashMap<>()).put(word, need);
            filter[hash >>> 6 & 63] |= 1L << hash;
        });
    }

    /** The longest word in a name, in lower case; for most names the whole name. Empty if it contains no word. */
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

    /** Whether the text may be relevant to one of the names. */
    boolean matter(String text) {
        return anyWord(
                text,
                (start, end, hash) -> (filter[hash >>> 6 & 63] & 1L << hash) != 0 && matters(text, start, end, hash));
    }

    /** Whether one of the names may be among the words. */
    boolean mayBeIn(WordSet words) {
        for (int hash : byHash.keySet()) {
            if (words.mayContain(hash)) {
                return true;
            }
        }
        return kindsCount;
    }

    /** Whether a word only states the kind of the object named after it. */
    static boolean isKind(String text, int start, int end, int hash) {
        return KIND_HASHES.contains(hash) && isKind(text, found(text, start, end));
    }

    /** A word of a text. */
    @FunctionalInterface
    interface Word {
        /** Returns whether this is the word searched for. */
        boolean is(int start, int end, int hash);
    }

    /** Whether the text contains such a word. A variable may stand for any word. */
    static boolean anyWord(String text, Word wanted) {
        char[] chars = text.toCharArray();
        int length = chars.length;
        int at = 0;
        while (at < length) {
            int start = at;
            int hash = 0;
            for (char part = part(chars[at]); part != 0; part = at < length ? part(chars[at]) : 0) {
                if (part == '$' && at + 1 < length && chars[at + 1] == '{') {
                    return true;
                }
                hash = 31 * hash + part;
                at++;
            }
            if (at == start) {
                at++;
            } else if (wanted.is(start, at, hash)) {
                return true;
            }
        }
        return false;
    }

    private boolean matters(String text, int start, int end, int hash) {
        Need need = need(text, start, end, hash);
        return need != null && matters(need, text, found(text, start, end));
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

    /** The position of a word in a text, and of the word before it. */
    private record Found(int beforeStart, int beforeEnd, int start, int end) {}

    private static Found found(String text, int start, int end) {
        int at = start;
        while (true) {
            while (at > 0 && !isPart(text.charAt(at - 1))) {
                at--;
            }
            int beforeEnd = at;
            while (at > 0 && isPart(text.charAt(at - 1))) {
                at--;
            }
            // A schema qualifies the name after it and is not the word before it.
            if (beforeEnd == 0 || !followedByDot(text, beforeEnd)) {
                return new Found(at, beforeEnd, start, end);
            }
        }
    }

    private static boolean matters(Need need, String text, Found found) {
        String before = before(text, found);
        return switch (need) {
            case REFERENCES -> true;
            case KEY, STRUCTURE -> !BEFORE_A_MERE_SOURCE.contains(before) && !isKind(text, found);
            case NAME -> !BEFORE_A_MERE_SOURCE.contains(before) && !isKind(text, found) && mayRename(text);
        };
    }

    private static String before(String text, Found found) {
        return text.substring(found.beforeStart(), found.beforeEnd()).toLowerCase(Locale.ROOT);
    }

    /** Immediately after it: in a list of names, such a word may be a name. */
    private static boolean isKind(String text, Found found) {
        return BEFORE_A_KIND.contains(before(text, found))
                && KINDS.contains(text.substring(found.start(), found.end()).toLowerCase(Locale.ROOT))
                && text.substring(found.beforeEnd(), found.start()).isBlank();
    }

    /** Statements that can rename a table or its columns, move it to another schema, or affect its foreign keys. */
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
        return part(it) != 0;
    }

    /** The character as part of a word, in lower case; 0 if it separates words. */
    private static char part(char it) {
        if (it < ASCII.length) {
            return ASCII[it];
        }
        return Character.isUnicodeIdentifierPart(it) ? Character.toLowerCase(it) : 0;
    }

    private static char[] asciiParts() {
        char[] parts = new char[128];
        for (char it = 0; it < parts.length; it++) {
            boolean letter = (it >= 'a' && it <= 'z') || (it >= 'A' && it <= 'Z');
            parts[it] = letter || (it >= '0' && it <= '9') || it == '_' || it == '$' ? Character.toLowerCase(it) : 0;
        }
        return parts;
    }
}
