package dev.mig.diff;

import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.RawSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tokens of an SQL expression, without blanks and comments, and with names folded as the database does. */
final class SqlTokens {
    private static final List<String> OPERATORS = List.of(
            "!~~*", "~~*", "!~~", "!~*", "->>", "#>>", "<=", ">=", "<>", "!=", "||", "::", "~~", "~*", "!~", "->", "#>",
            "@>", "<@", "&&", "<<", ">>");

    enum Kind {
        /** A bare name or an SQL keyword. */
        WORD,
        QUOTED,
        STRING,
        NUMBER,
        SIGN
    }

    /**
     * @param text of a name as the database folds it, of everything else as it stands
     * @param word in lower case; empty for what is no bare word
     */
    record Token(Kind kind, String text, String word) {}

    private final List<Token> tokens;
    private int at;

    private SqlTokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    static SqlTokens of(String sql, Folding folding) {
        List<RawSql.Token> raw = RawSql.tokens(sql);
        List<Token> tokens = new ArrayList<>();
        int place = 0;
        while (place < raw.size()) {
            RawSql.Token it = raw.get(place);
            switch (it.kind()) {
                case BLANK, COMMENT -> place++;
                case WORD -> {
                    tokens.add(new Token(
                            Kind.WORD,
                            folding.key(Identifier.bare(it.text())),
                            it.text().toLowerCase(Locale.ROOT)));
                    place++;
                }
                case QUOTED -> {
                    tokens.add(new Token(Kind.QUOTED, folding.key(unquoted(it.text())), ""));
                    place++;
                }
                case STRING -> {
                    tokens.add(new Token(Kind.STRING, it.text(), ""));
                    place++;
                }
                case OTHER -> place = sign(raw, place, tokens);
            }
        }
        return new SqlTokens(tokens);
    }

    private static Identifier unquoted(String text) {
        String quote = text.substring(0, 1);
        String inside =
                text.length() < 2 ? "" : text.substring(1, text.length() - 1).replace(quote + quote, quote);
        return Identifier.exact(inside.isEmpty() ? " " : inside);
    }

    /**
     * @return the index after the added tokens
     * @return the place after what was added
     */
    private static int sign(List<RawSql.Token> raw, int place, List<Token> tokens) {
        if (Character.isDigit(raw.get(place).text().charAt(0))) {
            StringBuilder number = new StringBuilder(raw.get(place).text());
            int after = place + 1;
            if (after + 1 < raw.size()
                    && raw.get(after).text().equals(".")
                    && Character.isDigit(raw.get(after + 1).text().charAt(0))) {
                number.append('.').append(raw.get(after + 1).text());
                after += 2;
            }
            tokens.add(new Token(Kind.NUMBER, number.toString(), ""));
            return after;
        }
        StringBuilder run = new StringBuilder();
        for (int end = place; end < raw.size() && raw.get(end).kind() == RawSql.Kind.OTHER; end++) {
            run.append(raw.get(end).text());
        }
        for (String operator : OPERATORS) {
            if (run.indexOf(operator) == 0) {
                tokens.add(new Token(Kind.SIGN, operator, ""));
                return place + operator.length();
            }
        }
        tokens.add(new Token(Kind.SIGN, raw.get(place).text(), ""));
        return place + 1;
    }

    boolean isAtEnd() {
        return at >= tokens.size();
    }

    @Nullable
    Token peek() {
        return peek(0);
    }

    @Nullable
    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
    }

    Token next() {
        return tokens.get(at++);
    }

    boolean isWord(String word) {
        return isWord(0, word);
    }

    boolean isWord(int ahead, String word) {
        Token token = peek(ahead);
        return token != null && token.word().equals(word);
    }

    boolean isSign(String sign) {
        return isSign(0, sign);
    }

    boolean isSign(int ahead, String sign) {
        Token token = peek(ahead);
        return token != null && token.kind() == Kind.SIGN && token.text().equals(sign);
    }

    boolean takeWord(String word) {
        boolean there = isWord(word);
        at += there ? 1 : 0;
        return there;
    }

    boolean takeSign(String sign) {
        boolean there = isSign(sign);
        at += there ? 1 : 0;
        return there;
    }

    /** All tokens separated by blanks, in the normal form of those that have two. */
    String flat() {
        return String.join(
                " ", ArrayCasts.onItems(tokens).stream().map(Token::text).toList());
    }
}
