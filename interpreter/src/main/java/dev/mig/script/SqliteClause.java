package dev.mig.script;

import dev.mig.script.SqliteTokens.Kind;
import dev.mig.script.SqliteTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clause in the text of a SQLite table, after a column's type or on its own: a constraint, default, collation or
 * the like, as written.
 *
 * @param name the constraint's own name without quotes; null where it has none
 * @param text all of it, with its name
 */
public record SqliteClause(Sort sort, @Nullable String name, String text) {
    public enum Sort {
        PRIMARY_KEY,
        NOT_NULL,
        NULL,
        UNIQUE,
        CHECK,
        DEFAULT,
        COLLATE,
        FOREIGN_KEY,
        GENERATED,
        /** A name that names nothing, which SQLite accepts. */
        NAME_ONLY
    }

    private static final Set<String> FIRST_WORDS =
            Set.of("primary", "not", "null", "unique", "check", "default", "collate", "references", "generated", "as");

    /** Those that may begin a line of a table; each of them needs quotes as the name of a column. */
    private static final Set<String> FIRST_WORDS_OF_A_LINE =
            Set.of("constraint", "primary", "unique", "check", "foreign");

    boolean isNamed(String key) {
        return name != null && name.toLowerCase(Locale.ROOT).equals(key);
    }

    /** Whether one of its own words is this one: no name, and nothing in brackets. */
    boolean says(String word) {
        int depth = 0;
        for (Token token : SqliteTokens.of(text)) {
            if (depth == 0 && token.isWord(word)) {
                return true;
            }
            depth += depth(token);
        }
        return false;
    }

    /** Whether a column's name stands in its brackets. */
    boolean conditionMentions(String column) {
        return SqliteTokens.mentions(
                SqliteTokens.of(text).stream()
                        .dropWhile(it -> !it.text().equals("("))
                        .toList(),
                column);
    }

    /** The names, in lower case, in the first brackets: what a key or a foreign key of a table is about. */
    public List<String> columns() {
        return columns(SqliteTokens.of(text));
    }

    private static List<String> columns(List<Token> tokens) {
        List<String> columns = new ArrayList<>();
        boolean expected = false;
        int depth = 0;
        for (Token token : tokens) {
            if (token.text().equals("(")) {
                depth++;
                expected = depth == 1;
            } else if (token.text().equals(")")) {
                depth--;
                if (depth == 0) {
                    return columns;
                }
            } else if (token.text().equals(",") && depth == 1) {
                expected = true;
            } else if (expected && token.isName()) {
                columns.add(token.key());
                expected = false;
            }
        }
        return columns;
    }

    /** What must hold, without comments and blanks and in lower case, so that it can be compared. */
    public String condition() {
        StringBuilder condition = new StringBuilder();
        boolean inside = false;
        for (Token token : SqliteTokens.of(text)) {
            inside |= token.text().equals("(");
            if (inside && token.kind() != Kind.BLANK) {
                condition
                        .append(token.kind() == Kind.STRING ? token.text() : token.key())
                        .append(' ');
            }
        }
        return condition.toString();
    }

    /**
     * Whether a foreign key has the column on either side.
     *
     * @param table the key's own, in lower case
     * @param primaryKey of that table, which is meant where a foreign key names no columns there
     */
    boolean isAbout(String column, String table, List<String> primaryKey) {
        List<Token> tokens = SqliteTokens.of(text).stream()
                .filter(it -> it.kind() != Kind.BLANK)
                .toList();
        int references = 0;
        while (references < tokens.size() && !tokens.get(references).isWord("references")) {
            references++;
        }
        List<Token> own = tokens.subList(0, references).stream()
                .dropWhile(it -> !it.text().equals("("))
                .toList();
        if (SqliteTokens.mentions(own, column)) {
            return true;
        }
        int target = references + 1;
        if (target >= tokens.size() || !tokens.get(target).key().equals(table)) {
            return false;
        }
        boolean named =
                target + 1 < tokens.size() && tokens.get(target + 1).text().equals("(");
        return (named ? columns(tokens.subList(target, tokens.size())) : primaryKey).contains(column);
    }

    /** @param to as SQL spells it */
    SqliteClause renamed(String to) {
        List<Token> tokens = new ArrayList<>(SqliteTokens.of(text));
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).isWord("constraint")) {
            at++;
        }
        int place = next(tokens, at);
        if (place < tokens.size()) {
            tokens.set(place, SqliteTokens.of(to).getFirst());
        }
        return of(SqliteTokens.text(tokens));
    }

    /** Whether the line of a table that begins with this word is about constraints and no column. */
    static boolean beginsLine(Token token) {
        return token.kind() == Kind.WORD
                && FIRST_WORDS_OF_A_LINE.contains(token.text().toLowerCase(Locale.ROOT));
    }

    /** Where the clauses of a column begin: behind its type. */
    static int firstOfColumn(List<Token> tokens, int from) {
        int at = from;
        int depth = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (depth == 0 && (token.isWord("constraint") || begins(tokens, at, false))) {
                return at;
            }
            depth += depth(token);
            at++;
        }
        return at;
    }

    /**
     * @param line whether they stand on a line of their own, where a foreign key begins with those words
     */
    static List<SqliteClause> parse(List<Token> tokens, boolean line) {
        List<SqliteClause> clauses = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int end = end(tokens, at, line);
            String text = SqliteTokens.text(tokens.subList(at, end)).strip();
            if (!isBlank(tokens.subList(at, end))) {
                clauses.add(of(tokens.subList(at, end), text));
            }
            at = end;
        }
        return clauses;
    }

    /** One clause that somebody has just written. */
    static SqliteClause of(String text) {
        return of(SqliteTokens.of(text), text);
    }

    private static SqliteClause of(List<Token> tokens, String text) {
        List<Token> words =
                tokens.stream().filter(it -> it.kind() != Kind.BLANK).toList();
        int at = 0;
        String name = null;
        while (at + 1 < words.size() && words.get(at).isWord("constraint")) {
            name = words.get(at + 1).name();
            at += 2;
        }
        return new SqliteClause(at < words.size() ? sort(words.get(at)) : Sort.NAME_ONLY, name, text);
    }

    private static Sort sort(Token first) {
        return switch (first.text().toLowerCase(Locale.ROOT)) {
            case "primary" -> Sort.PRIMARY_KEY;
            case "not" -> Sort.NOT_NULL;
            case "null" -> Sort.NULL;
            case "unique" -> Sort.UNIQUE;
            case "check" -> Sort.CHECK;
            case "default" -> Sort.DEFAULT;
            case "collate" -> Sort.COLLATE;
            case "references", "foreign" -> Sort.FOREIGN_KEY;
            case "generated", "as" -> Sort.GENERATED;
            default -> Sort.NAME_ONLY;
        };
    }

    private static int end(List<Token> tokens, int start, boolean line) {
        int at = start;
        boolean begun = false;
        int depth = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (depth == 0 && token.isWord("constraint")) {
                if (begun) {
                    return at;
                }
                // Its name may be a word that would begin another one.
                at = afterNext(tokens, at);
                continue;
            }
            if (depth == 0 && begins(tokens, at, line)) {
                if (begun) {
                    return at;
                }
                begun = true;
                at = token.isWord("default") ? afterValue(tokens, at) : afterBeginning(tokens, at);
                continue;
            }
            if (depth == 0 && (token.isWord("set") || token.isWord("match"))) {
                at = afterNext(tokens, at);
                continue;
            }
            depth += depth(token);
            at++;
        }
        return at;
    }

    private static boolean begins(List<Token> tokens, int at, boolean line) {
        Token token = tokens.get(at);
        if (token.kind() != Kind.WORD) {
            return false;
        }
        String word = token.text().toLowerCase(Locale.ROOT);
        if (line) {
            return FIRST_WORDS_OF_A_LINE.contains(word);
        }
        if (word.equals("not")) {
            int next = next(tokens, at);
            return next < tokens.size() && tokens.get(next).isWord("null");
        }
        return FIRST_WORDS.contains(word);
    }

    /** Past the words that belong together and of which the later ones could begin a clause. */
    private static int afterBeginning(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (token.isWord("not")) {
            return afterNext(tokens, at);
        }
        if (token.isWord("generated")) {
            return afterNext(tokens, afterNext(tokens, at) - 1);
        }
        return at + 1;
    }

    private static int afterValue(List<Token> tokens, int at) {
        int value = next(tokens, at);
        if (value < tokens.size()
                && (tokens.get(value).text().equals("-")
                        || tokens.get(value).text().equals("+"))) {
            value = next(tokens, value);
        }
        if (value < tokens.size() && tokens.get(value).text().equals("(")) {
            int depth = 0;
            while (value < tokens.size()) {
                depth += depth(tokens.get(value++));
                if (depth == 0) {
                    return value;
                }
            }
        }
        return Math.min(value + 1, tokens.size());
    }

    private static int afterNext(List<Token> tokens, int at) {
        return Math.min(next(tokens, at) + 1, tokens.size());
    }

    private static int next(List<Token> tokens, int at) {
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).kind() == Kind.BLANK) {
            next++;
        }
        return next;
    }

    private static int depth(Token token) {
        return token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
    }

    private static boolean isBlank(List<Token> tokens) {
        return tokens.stream().allMatch(it -> it.kind() == Kind.BLANK);
    }
}
