package dev.mig.script;

import dev.mig.model.Identifier;
import dev.mig.source.Span;

/**
 * Finds where, inside a statement, a column or constraint is defined. The model does not keep the position of single
 * columns; a line that begins with the name is close enough, and without one the whole statement is used.
 */
final class DefinitionSpans {
    private DefinitionSpans() {}

    static Span of(Identifier name, Span statement) {
        if (statement.isNone()) {
            return statement;
        }
        String text = statement.text();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            String item = line.strip().replaceFirst("(?i)^(column|constraint)\\s+", "");
            String written = name.quoted() ? "\"" + name.text().replace("\"", "\"\"") + "\"" : name.text();
            if (item.regionMatches(true, 0, written, 0, written.length())
                    && (item.length() == written.length() || !isWordPart(item.charAt(written.length())))) {
                int from = statement.start() + start + line.indexOf(line.strip());
                return new Span(statement.source(), from, from + line.strip().length());
            }
            start = end + 1;
        }
        return statement;
    }

    private static boolean isWordPart(char it) {
        return it == '_' || it == '$' || Character.isLetterOrDigit(it);
    }
}
