package dev.mig.script;

import dev.mig.model.Identifier;
import java.util.List;

/**
 * Statements that stop a script run by hand unless a condition holds. How a database raises an error from SQL is up
 * to its {@link OfflineStyle}.
 */
final class Guard {
    private final SqlStyle style;

    Guard(SqlStyle style) {
        this.style = style;
    }

    /**
     * @param wrong a condition under which to stop
     * @param why as half a sentence; where it has to be a name of the database, only its beginning is said
     */
    List<String> against(String wrong, String why) {
        String words = why.replaceAll("\\s+", " ").strip();
        String message = style.literals().string(words);
        String name = style.quoted(Identifier.exact(fitting(words)));
        return style.offline().guard().stream()
                .map(it -> filled(it, wrong, message, name))
                .toList();
    }

    private static String filled(String template, String wrong, String message, String name) {
        String quote = "$mig$";
        for (int i = 1; wrong.contains(quote) || message.contains(quote); i++) {
            quote = "$mig" + i + "$";
        }
        StringBuilder sql = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            if (open < 0) {
                break;
            }
            int close = template.indexOf('}', open);
            sql.append(template, at, open)
                    .append(
                            switch (template.substring(open + 1, close)) {
                                case "wrong" -> wrong;
                                case "message" -> message;
                                case "name" -> name;
                                case "quote" -> quote;
                                default -> throw new IllegalArgumentException(template);
                            });
            at = close + 1;
        }
        return sql.append(template.substring(at)).toString();
    }

    private String fitting(String words) {
        if (style.nameLimit().holds(words)) {
            return words;
        }
        int end = words.length();
        while (!style.nameLimit().holds(words.substring(0, end) + "…")) {
            end = words.offsetByCodePoints(end, -1);
        }
        return words.substring(0, end).strip() + "…";
    }
}
