package dev.mig.compile;

import dev.mig.source.Code;
import dev.mig.source.Span;
import dev.mig.source.Suggestions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces the variables in a text, and unescapes literal dollar signs. */
final class Variables {
    private static final Pattern MENTION = Pattern.compile("\\$\\$\\{|\\$\\{([^}\\s]+)}|\\$\\{(.?)");

    private final Map<String, String> values;
    private final Problems problems;

    Variables(Map<String, String> values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** @param span of the text within its source, so that an unknown name is shown where it stands */
    String replaced(String text, Span span) {
        if (text.indexOf("${") < 0) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        Matcher matcher = MENTION.matcher(text);
        while (matcher.find()) {
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(value(matcher, span)));
        }
        return matcher.appendTail(replaced).toString();
    }

    private String value(Matcher matcher, Span span) {
        String name = matcher.group(1);
        if (matcher.group(2) != null) {
            problems.error(
                    Code.VARIABLE_UNKNOWN,
                    place(matcher.group(), span),
                    "after \"${\" stands the name of a variable, and then \"}\"",
                    "write it without spaces: ${name}",
                    "a \"${\" that is none is written $${");
            return matcher.group();
        }
        if (name == null) {
            return "${";
        }
        String value = values.get(name);
        if (value == null) {
            String like = Suggestions.nearest(name, values.keySet())
                    .map(it -> "did you mean ${" + it + "}?")
                    .orElse("set it with -x " + name + "=… or under [vars] in the configuration");
            problems.error(
                    Code.VARIABLE_UNKNOWN,
                    place(matcher.group(), span),
                    "no variable is called \"" + name + "\"",
                    like);
            return matcher.group();
        }
        return value;
    }

    private static Span place(String mention, Span span) {
        int at = span.isNone() ? -1 : span.text().indexOf(mention);
        return at < 0 ? span : span.source().span(span.start() + at, span.start() + at + mention.length());
    }
}
