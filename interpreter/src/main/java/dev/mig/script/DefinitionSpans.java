package dev.mig.script;

import dev.mig.model.Identifier;
import dev.mig.source.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where, inside the statement that makes them, columns and constraints are written. The model keeps no places of single
 * columns; a line that begins with the name is good enough to point at, and without one the whole statement is.
 *
 * <p>The lines are gone through once for all names: a table may have as many columns as its text has lines.
 */
final class DefinitionSpans {
    private final Span statement;
    /** By the word that a line begins with, in lower case. */
    private final Map<String, Span> lines = new HashMap<>();

    private DefinitionSpans(Span statement) {
        this.statement = statement;
    }

    static DefinitionSpans in(Span statement) {
        DefinitionSpans places = new DefinitionSpans(statement);
        if (!statement.isNone()) {
            places.readLines();
        }
        return places;
    }

    Span of(Identifier name) {
        String written = name.quoted() ? "\"" + name.text().replace("\"", "\"\"") + "\"" : name.text();
        return lines.getOrDefault(written.toLowerCase(Locale.ROOT), statement);
    }

    private void readLines() {
        String text = statement.text();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            String item = line.strip();
            if (!item.isEmpty()) {
                int from = statement.start() + start + line.indexOf(item);
                String word = firstWord(item);
                String second = firstWord(item.substring(word.length()).strip());
                boolean announced = word.equalsIgnoreCase("column") || word.equalsIgnoreCase("constraint");
                Span place = new Span(statement.source(), from, from + item.length());
                lines.putIfAbsent((announced && !second.isEmpty() ? second : word).toLowerCase(Locale.ROOT), place);
            }
            start = end + 1;
        }
    }

    /** A name in double quotes with them, or a run of characters that may stand in a bare one. */
    private static String firstWord(String text) {
        int end = 0;
        if (text.startsWith("\"")) {
            end = 1;
            while (end < text.length() && (text.charAt(end) != '"' || text.startsWith("\"\"", end))) {
                end += text.charAt(end) == '"' ? 2 : 1;
            }
            return text.substring(0, Math.min(end + 1, text.length()));
        }
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static boolean isWordPart(char it) {
        return it == '_' || it == '$' || Character.isLetterOrDigit(it);
    }
}
