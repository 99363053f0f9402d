package dev.mig.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What can be known about SQL without parsing it: which words it contains, where its statements end, whether they
 * change the schema.
 *
 * <p>Strings in single quotes, names in double quotes or backquotes and comments are recognised; a dollar quote is
 * not, so the words in a function's body count as words of the text. That errs on the side of naming too much.
 */
public final class RawSql {
    /** Statements that begin with one of these change rows, settings or nothing. */
    private static final Set<String> WITHOUT_STRUCTURE = Set.of(
            "select", "with", "insert", "update", "delete", "merge", "set", "lock", "grant", "revoke", "analyze",
            "reindex", "vacuum", "refresh");

    /** These keywords precede tables that are read or whose rows are changed. */
    private static final Set<String> BEFORE_A_MERE_SOURCE = Set.of("references", "from", "join", "into", "update");

    private RawSql() {}

    public enum Kind {
        WORD,
        /** In double quotes or backquotes. */
        QUOTED,
        STRING,
        COMMENT,
        BLANK,
        OTHER
    }

    /** A token; all of them together are the text. */
    public record Token(Kind kind, String text) {
        /** The name meant by a word or a quoted name. */
        Identifier identifier() {
            if (kind == Kind.WORD) {
                return Identifier.bare(text);
            }
            String quote = text.substring(0, 1);
            String inside = text.length() < 2
                    ? ""
                    : text.substring(1, text.length() - 1).replace(quote + quote, quote);
            return Identifier.exact(inside.isEmpty() ? " " : inside);
        }

        boolean isName() {
            return kind == Kind.WORD || kind == Kind.QUOTED;
        }
    }

    public static List<Token> tokens(String sql) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char here = sql.charAt(at);
            char next = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
            int end;
            Kind kind;
            if (Character.isWhitespace(here)) {
                kind = Kind.BLANK;
                end = at + 1;
                while (end < sql.length() && Character.isWhitespace(sql.charAt(end))) {
                    end++;
                }
            } else if (here == '-' && next == '-') {
                kind = Kind.COMMENT;
                int line = sql.indexOf('\n', at);
                end = line < 0 ? sql.length() : line;
            } else if (here == '/' && next == '*') {
                kind = Kind.COMMENT;
                int close = sql.indexOf("*/", at + 2);
                end = close < 0 ? sql.length() : close + 2;
            } else if (here == '\'' || here == '"' || here == '`') {
                kind = here == '\'' ? Kind.STRING : Kind.QUOTED;
                end = afterQuote(sql, at, here);
            } else if (Character.isUnicodeIdentifierStart(here) || here == '_') {
                kind = Kind.WORD;
                end = at + 1;
                while (end < sql.length() && isWordPart(sql.charAt(end))) {
                    end++;
                }
            } else {
                kind = Kind.OTHER;
                end = at + 1;
                while (Character.isDigit(here) && end < sql.length() && isWordPart(sql.charAt(end))) {
                    end++;
                }
            }
            tokens.add(new Token(kind, sql.substring(at, end)));
            at = end;
        }
        return tokens;
    }

    private static boolean isWordPart(char it) {
        return Character.isUnicodeIdentifierPart(it) || it == '$';
    }

    private static int afterQuote(String sql, int start, char quote) {
        int at = start + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) == quote) {
                if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                    at++;
                } else {
                    return at + 1;
                }
            }
            at++;
        }
        return sql.length();
    }

    /** Whether one statement may change the structure of what it names. */
    public static boolean changesStructure(String statement) {
        for (Token token : tokens(statement)) {
            if (token.kind() == Kind.WORD) {
                return !WITHOUT_STRUCTURE.contains(token.text().toLowerCase(Locale.ROOT));
            }
            if (token.kind() == Kind.QUOTED || token.kind() == Kind.STRING) {
                return true;
            }
        }
        return false;
    }

    /**
     * The names, folded, of everything whose structure one statement may have changed: all it names, but for what
     * follows {@code references}, {@code from}, {@code join}, {@code into} and {@code update}.
     */
    public static Set<String> changedNames(String statement, Folding folding) {
        Set<String> names = new HashSet<>();
        if (!changesStructure(statement)) {
            return names;
        }
        List<Token> tokens = significant(tokens(statement));
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).isName() && !isMereSource(tokens, at)) {
                names.add(folding.key(tokens.get(at).identifier()));
            }
        }
        return names;
    }

    /** All names in a text, folded. */
    public static Set<String> names(String sql, Folding folding) {
        Set<String> names = new HashSet<>();
        tokens(sql).stream().filter(Token::isName).forEach(it -> names.add(folding.key(it.identifier())));
        return names;
    }

    private static boolean isMereSource(List<Token> tokens, int at) {
        int first = at;
        while (first >= 2
                && tokens.get(first - 1).text().equals(".")
                && tokens.get(first - 2).isName()) {
            first -= 2;
        }
        return first > 0
                && tokens.get(first - 1).kind() == Kind.WORD
                && BEFORE_A_MERE_SOURCE.contains(tokens.get(first - 1).text().toLowerCase(Locale.ROOT));
    }

    private static List<Token> significant(List<Token> tokens) {
        return tokens.stream()
                .filter(it -> it.kind() != Kind.BLANK && it.kind() != Kind.COMMENT)
                .toList();
    }

    /**
     * Splits a script at every semicolon outside quotes. This breaks function bodies apart, which errs on the side
     * of naming too much.
     */
    public static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (Token token : tokens(script)) {
            if (token.text().equals(";")) {
                statements.add(statement.toString());
                statement.setLength(0);
            } else {
                statement.append(token.text());
            }
        }
        statements.add(statement.toString());
        return statements;
    }

    /**
     * An expression after a column of its table was renamed: databases update their expressions, so the replayed
     * schema must, too.
     */
    static String withColumnRenamed(
            String expression, Identifier table, Identifier column, Identifier to, Folding folding) {
        List<Token> tokens = tokens(expression);
        StringBuilder renamed = new StringBuilder();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean same = token.isName() && folding.key(token.identifier()).equals(folding.key(column));
            renamed.append(same && isColumn(tokens, at, table, folding) ? written(to) : token.text());
        }
        return renamed.toString();
    }

    /** Whether an expression has a name in it that can be this column. */
    static boolean mentions(String expression, Identifier column, Folding folding) {
        return tokens(expression).stream()
                .anyMatch(it -> it.isName() && folding.key(it.identifier()).equals(folding.key(column)));
    }

    private static boolean isColumn(List<Token> tokens, int at, Identifier table, Folding folding) {
        String before = text(tokens, at - 1);
        if (text(tokens, at + 1).equals("(") || before.equals(":")) {
            return false;
        }
        if (!before.equals(".")) {
            return true;
        }
        return at >= 2
                && tokens.get(at - 2).isName()
                && folding.key(tokens.get(at - 2).identifier()).equals(folding.key(table));
    }

    private static String text(List<Token> tokens, int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }

    private static String written(Identifier name) {
        return name.quoted() ? '"' + name.text().replace("\"", "\"\"") + '"' : name.text();
    }
}
