package dev.mig.diff;

import dev.mig.diff.SqlTokens.Kind;
import dev.mig.diff.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites the cast of an array as casts of its elements: {@code (array['a', 'b'])::text[]} becomes {@code
 * array[('a')::text, ('b')::text]}.
 *
 * <p>PostgreSQL reports {@code x in ('a', 'b')} in the first form and, when given that, in the second; without this,
 * a dumped schema would always differ from the database.
 */
final class ArrayCasts {
    private final List<Token> tokens;

    private ArrayCasts(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<Token> onItems(List<Token> tokens) {
        return new ArrayCasts(tokens).spread(0, tokens.size());
    }

    private List<Token> spread(int from, int to) {
        List<Token> spread = new ArrayList<>();
        int at = from;
        while (at < to) {
            int close = isSign(at, "(") && isWord(at + 1, "array") && isSign(at + 2, "[") ? closing(at + 2) : to;
            int type = close + 3;
            int end = type;
            while (end < to && (tokens.get(end).kind() != Kind.SIGN || isSign(end, "."))) {
                end++;
            }
            boolean cast = type < to
                    && isSign(close + 1, ")")
                    && isSign(close + 2, "::")
                    && end > type
                    && isSign(end, "[")
                    && isSign(end + 1, "]");
            if (cast) {
                items(at + 1, close, tokens.subList(type, end), spread);
                at = end + 2;
            } else {
                spread.add(tokens.get(at++));
            }
        }
        return spread;
    }

    /** @param from where the word {@code array} stands */
    private void items(int from, int close, List<Token> type, List<Token> spread) {
        spread.addAll(tokens.subList(from, from + 2));
        int item = from + 2;
        while (item < close) {
            int end = item;
            while (end < close && !isSign(end, ",")) {
                end = isSign(end, "(") || isSign(end, "[") ? closing(end) + 1 : end + 1;
            }
            spread.add(sign("("));
            spread.addAll(spread(item, end));
            spread.add(sign(")"));
            spread.add(sign("::"));
            spread.addAll(type);
            if (end < close) {
                spread.add(tokens.get(end));
            }
            item = end + 1;
        }
        spread.add(tokens.get(close));
    }

    /** The index of the closing bracket; past the last token if there is none. */
    private int closing(int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            if (isSign(at, "(") || isSign(at, "[")) {
                depth++;
            } else if ((isSign(at, ")") || isSign(at, "]")) && --depth == 0) {
                return at;
            }
        }
        return tokens.size();
    }

    private static Token sign(String text) {
        return new Token(Kind.SIGN, text, "");
    }

    private boolean isSign(int at, String text) {
        return at < tokens.size()
                && tokens.get(at).kind() == Kind.SIGN
                && tokens.get(at).text().equals(text);
    }

    private boolean isWord(int at, String word) {
        return at < tokens.size() && tokens.get(at).word().equals(word);
    }
}
