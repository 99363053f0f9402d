package dev.mig.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * SQL in SQLite's own spelling, cut into tokens that together are the text: names may stand in double quotes, backquotes
 * or brackets.
 */
final class SqliteTokens {
    enum Kind {
        WORD,
        QUOTED,
        STRING,
        /** A comment, or what separates words. */
        BLANK,
        NUMBER,
        OTHER
    }

    record Token(Kind kind, String text) {
        boolean isWord(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }

        boolean isName() {
            return kind == Kind.WORD || kind == Kind.QUOTED || kind == Kind.STRING;
        }

        /** The name without its quotes, in lower case: SQLite compares names so, quoted or not. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        String name() {
            if (kind == Kind.WORD || text.length() < 2) {
                return text;
            }
            String inside = text.substring(1, text.length() - 1);
            char quote = text.charAt(0);
            return quote == '[' ? inside : inside.replace(("" + quote) + quote, "" + quote);
        }
    }

    private SqliteTokens() {}

    static List<Token> of(String sql) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            Kind kind = kind(sql, at);
            int end = end(sql, at, kind);
            tokens.add(new Token(kind, sql.substring(at, end)));
            at = end;
        }
        return tokens;
    }

    static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(it -> text.append(it.text()));
        return text.toString();
    }

    /** Whether a text has a name in it that can mean this one. */
    static boolean mentions(String sql, String key) {
        return mentions(of(sql), key);
    }

    static boolean mentions(List<Token> tokens, String key) {
        return tokens.stream().anyMatch(it -> isMention(it) && it.key().equals(key));
    }

    /** A word that has a meaning of its own there is no name without quotes. */
    private static boolean isMention(Token token) {
        return token.kind() == Kind.QUOTED
                || (token.kind() == Kind.WORD
                        && !SqliteStyle.STYLE.reserved().contains(token.text().toUpperCase(Locale.ROOT))
                        && !token.isWord("desc")
                        && !token.isWord("asc"));
    }

    private static Kind kind(String sql, int at) {
        char here = sql.charAt(at);
        if (Character.isWhitespace(here) || sql.startsWith("--", at) || sql.startsWith("/*", at)) {
            return Kind.BLANK;
        }
        return switch (here) {
            case '\'' -> Kind.STRING;
            case '"', '`', '[' -> Kind.QUOTED;
            default -> {
                boolean digits = Character.isDigit(here)
                        || (here == '.' && at + 1 < sql.length() && Character.isDigit(sql.charAt(at + 1)));
                yield digits ? Kind.NUMBER : isWordPart(here) ? Kind.WORD : Kind.OTHER;
            }
        };
    }

    private static int end(String sql, int at, Kind kind) {
        return switch (kind) {
            case BLANK -> blankEnd(sql, at);
            case STRING, QUOTED -> quoteEnd(sql, at);
            case WORD, NUMBER -> {
                int end = at + 1;
                while (end < sql.length()
                        && (isWordPart(sql.charAt(end)) || (kind == Kind.NUMBER && sql.charAt(end) == '.'))) {
                    end++;
                }
                yield end;
            }
            case OTHER -> at + 1;
        };
    }

    private static int blankEnd(String sql, int at) {
        if (sql.startsWith("--", at)) {
            int line = sql.indexOf('\n', at);
            return line < 0 ? sql.length() : line + 1;
        }
        if (sql.startsWith("/*", at)) {
            int close = sql.indexOf("*/", at + 2);
            return close < 0 ? sql.length() : close + 2;
        }
        int end = at + 1;
        while (end < sql.length() && Character.isWhitespace(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int quoteEnd(String sql, int start) {
        char open = sql.charAt(start);
        char close = open == '[' ? ']' : open;
        int at = start + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) == close) {
                if (open == '[' || at + 1 >= sql.length() || sql.charAt(at + 1) != close) {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        return sql.length();
    }

    /** SQLite takes every character beyond ASCII for part of a name. */
    private static boolean isWordPart(char it) {
        return it == '_' || it == '$' || it > 127 || Character.isLetterOrDigit(it);
    }
}
