package dev.mig.terminal;

/**
 * What is still open in JavaScript that is being typed: brackets, template strings and remarks. A string of one line is
 * not: that its end is missing the engine tells better.
 */
final class JavaScriptContinuation {
    private static final char TEMPLATE = '`';

    /** What a value cannot stand before, so that a slash behind it begins a pattern. */
    private static final String BEFORE_PATTERN = "(,=:[!&|?{};+-*%<>~^";

    private final String text;
    private final StringBuilder closing = new StringBuilder();
    private char last = ';';
    private int at;

    private JavaScriptContinuation(String text) {
        this.text = text;
    }

    /** What is open, as a person would close it; empty if nothing is. */
    static String of(String text) {
        return new JavaScriptContinuation(text).open();
    }

    private String open() {
        while (at < text.length()) {
            if (!closing.isEmpty() && closing.charAt(closing.length() - 1) == TEMPLATE) {
                template();
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    return "*/";
                }
                at = end + 2;
            } else if (text.startsWith("//", at)) {
                at = lineEnd();
            } else if (!code(text.charAt(at))) {
                return "";
            }
        }
        return closing.toString();
    }

    /** Returns false for a mistake that no further line mends: something closed that is not open, or a quote left open. */
    private boolean code(char here) {
        boolean pattern = here == '/' && BEFORE_PATTERN.indexOf(last) >= 0;
        if (here == TEMPLATE) {
            closing.append(TEMPLATE);
            at++;
        } else if (here == '\'' || here == '"' || pattern) {
            if (!isQuoted(here)) {
                return false;
            }
        } else if (LineContinuation.bracket(here, closing)) {
            at++;
        } else {
            return false;
        }
        last = Character.isWhitespace(here) ? last : pattern ? ')' : here;
        return true;
    }

    /** Past the end of the string or pattern, if it is on its line. */
    private boolean isQuoted(char quote) {
        int end = lineEnd();
        boolean choice = false;
        at++;
        while (at < end && (choice || text.charAt(at) != quote)) {
            char here = text.charAt(at);
            // In brackets a pattern's slash is a slash.
            choice = quote == '/' && (here == '[' || (choice && here != ']'));
            at += here == '\\' ? 2 : 1;
        }
        boolean found = at < text.length() && text.charAt(at) == quote;
        at = Math.min(at + 1, text.length());
        return found;
    }

    /** A piece of a template string: to its end, or to code that stands in it. */
    private void template() {
        char here = text.charAt(at);
        if (here == '\\') {
            at = Math.min(at + 2, text.length());
        } else if (text.startsWith("${", at)) {
            closing.append('}');
            at += 2;
            last = '{';
        } else {
            if (here == TEMPLATE) {
                closing.setLength(closing.length() - 1);
                last = ')';
            }
            at++;
        }
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
