package dev.mig.js;

import dev.mig.source.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position of a call in a script.
 *
 * @param span what is called, without its arguments: {@code op.createTable}
 * @param call all of it
 */
record Place(Span span, Span call) {
    static final Place NONE = new Place(Span.none(), Span.none());

    /**
     * @param chained whether calls hang on each other, so that the last one of the name is meant
     */
    static Place of(Span call, String method, boolean chained) {
        String text = call.text();
        Matcher matcher = Pattern.compile("\\b" + Pattern.quote(method) + "\\b").matcher(text);
        int end = -1;
        while (matcher.find() && (end < 0 || chained)) {
            end = matcher.end();
        }
        if (end < 0) {
            int bracket = text.indexOf('(');
            end = bracket < 0 ? text.length() : bracket;
        }
        int start = chained ? end - method.length() : 0;
        return new Place(call.source().span(call.start() + Math.max(0, start), call.start() + end), call);
    }

    /** The position of a word in the call, without quotes; the call itself if it is computed. */
    Span of(String word) {
        String text = call.text();
        for (char quote : new char[] {'\'', '"', '`'}) {
            int at = text.indexOf(quote + word + quote);
            if (at >= 0 && !word.isEmpty()) {
                int start = call.start() + at + 1;
                return call.source().span(start, start + word.length());
            }
        }
        return span;
    }

    /** The position of a keyword in the call, such as the name of an option. */
    Span ofWord(String word) {
        Matcher matcher = Pattern.compile("(?<![\\w$.])" + Pattern.quote(word) + "(?![\\w$])")
                .matcher(call.text());
        return matcher.find() ? call.source().span(call.start() + matcher.start(), call.start() + matcher.end()) : span;
    }
}
