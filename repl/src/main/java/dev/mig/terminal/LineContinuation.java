package dev.mig.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether input continues on the next line because a bracket, a brace, a quote or {@code """} is still open.
 *
 * <p>Only statements, scripts and SQL go on over a line end; the words of a command end with it.
 */
final class LineContinuation {
    private static final String TRIPLE = "\"\"\"";

    /** Dollar quotes, as in PostgreSQL and H2. */
    private static final Pattern DOLLARS = Pattern.compile("(?<![\\w$])\\$\\w*\\$");

    private final String text;
    private final Language language;
    private final StringBuilder closing = new StringBuilder();
    private int at;

    private LineContinuation(String text, Language language) {
        this.text = text;
        this.language = language;
    }

    /** The open delimiters, as a person would close them; empty if there are none. */
    static String of(String line) {
        String text = line.strip();
        Language language = Language.of(text);
        String statement = ShellInput.behindOptions(text);
        return switch (language) {
            case COMMAND -> "";
            case JAVASCRIPT -> JavaScriptContinuation.of(statement);
            case MIG, SQL -> new LineContinuation(statement, language).open();
        };
    }

    private String open() {
        boolean sql = language == Language.SQL;
        while (at < text.length()) {
            char here = text.charAt(at);
            if (!sql && text.startsWith(TRIPLE, at)) {
                if (!skipTo(TRIPLE, 3)) {
                    return TRIPLE;
                }
            } else if (here == '\'' || here == '"') {
                // A string of the language ends with its line: an error, which the parser reports better.
                if (!skipTo(String.valueOf(here), 1)) {
                    return sql ? String.valueOf(here) : "";
                }
            } else if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                if (!skipTo("*/", 2)) {
                    return "*/";
                }
            } else if (sql && here == '$' && dollars() > 0) {
                String quote = text.substring(at, at + dollars());
                if (!skipTo(quote, quote.length())) {
                    return quote;
                }
            } else if (bracket(here, closing)) {
                at++;
            } else {
                return "";
            }
        }
        return closing.toString();
    }

    /** How long the quote of dollars is that begins here; 0 for none. */
    private int dollars() {
        Matcher quote = DOLLARS.matcher(text).region(at, text.length()).useTransparentBounds(true);
        return quote.lookingAt() ? quote.end() - at : 0;
    }

    /**
     * Tracks an opening or closing character. Returns false for a closing one without an opening one: an error
     * that more input cannot fix.
     */
    static boolean bracket(char here, StringBuilder closing) {
        switch (here) {
            case '(' -> closing.append(')');
            case '[' -> closing.append(']');
            case '{' -> closing.append('}');
            case ')', ']', '}' -> {
                int last = closing.length() - 1;
                if (last < 0 || closing.charAt(last) != here) {
                    return false;
                }
                closing.setLength(last);
            }
            default -> {}
        }
        return true;
    }

    /** Past the next end delimiter, if there is one. */
    private boolean skipTo(String end, int from) {
        int found = text.indexOf(end, at + from);
        at = found < 0 ? text.length() : found + end.length();
        return found >= 0;
    }
}
