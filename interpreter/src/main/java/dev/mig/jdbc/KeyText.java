package dev.mig.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key of one or more columns as one text, for the journal: each part preceded by its length. */
final class KeyText {
    private KeyText() {}

    static String of(List<@Nullable Object> key) {
        StringBuilder text = new StringBuilder();
        for (Object part : key) {
            String written = String.valueOf(part);
            text.append(written.length()).append(':').append(written);
        }
        return text.toString();
    }

    static List<String> parse(String text) {
        List<String> key = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int length = Integer.parseInt(text.substring(at, colon));
            key.add(text.substring(colon + 1, colon + 1 + length));
            at = colon + 1 + length;
        }
        return key;
    }
}
