package dev.mig.jdbc.inspect;

import dev.mig.model.RawSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a statement that a database keeps as text, token by token, comments and blanks left out. It asks for what must
 * be there; text that is not as expected is another kind of statement than the reader took it for.
 */
final class SqlCursor {
    private record Token(RawSql.Kind kind, String text, int start, int end) {}

    /** The text is not what the parser expects. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    SqlCursor(String sql) {
        this.sql = sql;
        int start = 0;
        List<RawSql.Token> all = RawSql.tokens(sql);
        for (int i = 0; i < all.size(); i++) {
            RawSql.Token token = all.get(i);
            int end = start + token.text().length();
            RawSql.Kind kind = token.kind();
            if (token.text().equals("[")) {
                // A name in brackets, as some write it for SQLite.
                while (i + 1 < all.size() && !all.get(i).text().equals("]")) {
                    end += all.get(++i).text().length();
                }
                kind = RawSql.Kind.QUOTED;
            }
            if (kind != RawSql.Kind.BLANK && kind != RawSql.Kind.COMMENT) {
                tokens.add(new Token(kind, sql.substring(start, end), start, end));
            }
            start = end;
        }
    }

    boolean isAtEnd() {
        return at >= tokens.size();
    }

    /** The word that comes next, in lower case; empty where it is none. */
    String word() {
        return word(0);
    }

    private String word(int ahead) {
        boolean is = at + ahead < tokens.size() && tokens.get(at + ahead).kind() == RawSql.Kind.WORD;
        return is ? tokens.get(at + ahead).text().toLowerCase(Locale.ROOT) : "";
    }

    boolean isString() {
        return !isAtEnd() && tokens.get(at).kind() == RawSql.Kind.STRING;
    }

    boolean isSign(String sign) {
        return !isAtEnd() && tokens.get(at).text().equals(sign);
    }

    boolean take(String sign) {
        boolean is = isSign(sign);
        at += is ? 1 : 0;
        return is;
    }

    /** All of the words, or none. */
    boolean takeWords(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!word(i).equals(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    String next() {
        if (isAtEnd()) {
            throw new Unreadable("the text ends early: " + sql);
        }
        return tokens.get(at++).text();
    }

    /** A name, bare or in whatever quotes. */
    String name() {
        String text = next();
        char first = text.charAt(0);
        if (text.length() < 2 || "\"`'[".indexOf(first) < 0) {
            return text;
        }
        String quote = String.valueOf(first == '[' ? ']' : first);
        return text.substring(1, text.length() - 1).replace(quote + quote, quote);
    }

    /** Names between brackets, separated by commas; what stands behind a name is passed over. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        expect("(");
        do {
            names.add(name());
            while (!isSign(",") && !isSign(")")) {
                next();
            }
        } while (take(","));
        expect(")");
        return names;
    }

    /** Everything from an opening bracket to the one that closes it, as written, both included. */
    String bracketed() {
        int start = tokens.get(at).start();
        int depth = 0;
        do {
            String text = next();
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
        } while (depth > 0);
        return sql.substring(start, tokens.get(at - 1).end());
    }

    /** As written, up to one of the signs or words outside of brackets, or to the end. */
    String until(Set<String> ends) {
        int start = isAtEnd() ? sql.length() : tokens.get(at).start();
        int end = start;
        while (!isAtEnd() && !ends.contains(tokens.get(at).text()) && !ends.contains(word())) {
            if (isSign("(")) {
                bracketed();
            } else {
                next();
            }
            end = tokens.get(at - 1).end();
        }
        return sql.substring(start, end);
    }

    void expect(String sign) {
        if (!take(sign)) {
            throw new Unreadable("no " + sign + " where one was expected: " + sql);
        }
    }
}
