package dev.mig.syntax;

import dev.mig.source.Source;
import dev.mig.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * A statement, item or action that could not be parsed, as its tokens.
 *
 * @param rule that of a statement, an item or an action
 * @param start index of its first token
 * @param end index of the token that ends it, which does not belong to it
 * @param reach how far the grammar could follow it
 */
record BrokenElement(Source source, List<Token> tokens, int rule, int start, int end, RuleMatch reach) {

    boolean isStatement() {
        return rule == MigParser.RULE_statement;
    }

    boolean isItem() {
        return rule == MigParser.RULE_item;
    }

    /** The index of the token that the grammar rejected. */
    int stop() {
        return reach.stop();
    }

    int type(int at) {
        return at < 0 || at >= tokens.size() ? Token.EOF : tokens.get(at).getType();
    }

    /** The word as written, in lower case. */
    String word(int at) {
        int type = type(at);
        return type == Token.EOF || type == MigLexer.NL
                ? ""
                : tokens.get(at).getText().toLowerCase(Locale.ROOT);
    }

    /** Whether the tokens from an index on have these types. */
    boolean has(int at, int... types) {
        for (int i = 0; i < types.length; i++) {
            if (type(at + i) != types[i]) {
                return false;
            }
        }
        return true;
    }

    boolean hasWord(int at, Set<String> words) {
        int type = type(at);
        boolean bare = type == MigLexer.IDENT || Keywords.all().containsKey(word(at));
        return bare && words.contains(word(at));
    }

    /** The index of the first token of a type in this element, outside brackets and braces; or -1. */
    int find(int type) {
        return find(start, type);
    }

    int find(int from, int type) {
        int depth = 0;
        for (int i = from; i < end; i++) {
            switch (type(i)) {
                case MigLexer.LPAREN, MigLexer.LBRACE -> depth++;
                case MigLexer.RPAREN, MigLexer.RBRACE -> depth--;
                default -> {
                    if (depth == 0 && type(i) == type) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }

    /** The index after the name at an index: a word, or several joined by dots. */
    int afterName(int at) {
        int next = at + 1;
        while (type(next) == MigLexer.DOT) {
            next += 2;
        }
        return next;
    }

    /** The index after the closing bracket for the bracket at an index. */
    int afterBracket(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size() - 1; i++) {
            depth += type(i) == MigLexer.LPAREN ? 1 : type(i) == MigLexer.RPAREN ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return tokens.size() - 1;
    }

    /** Whether the index is the end of the element, or a line end. */
    boolean isLineEnd(int at) {
        return at >= end || type(at) == MigLexer.NL || type(at) == Token.EOF;
    }

    Span span(int at) {
        return span(at, at + 1);
    }

    /** Whether nothing, no blank either, stands between two tokens. */
    boolean isRightBefore(int one, int next) {
        return tokens.get(one).getStopIndex() + 1 == tokens.get(next).getStartIndex();
    }

    /** The span of some tokens; if there are none, the position before the first. */
    Span span(int from, int to) {
        int first = tokens.get(from).getStartIndex();
        return source.span(
                first, to <= from ? first : Math.max(first, tokens.get(to - 1).getStopIndex() + 1));
    }

    /** The text of some tokens as written, with line ends and blanks around them collapsed. */
    String text(int from, int to) {
        return text(from, to, Map.of());
    }

    /** The text of the whole element with some tokens replaced; an empty text removes one. */
    String with(Map<Integer, String> exchanged) {
        return text(start, end, exchanged);
    }

    String text(int from, int to, Map<Integer, String> exchanged) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int i = from; i < Math.min(to, tokens.size()); i++) {
            Token token = tokens.get(i);
            gap |= i > from && token.getStartIndex() > tokens.get(i - 1).getStopIndex() + 1;
            if (token.getType() == MigLexer.NL || token.getType() == Token.EOF) {
                gap = true;
                continue;
            }
            String written = exchanged.getOrDefault(i, token.getText());
            if (written.isEmpty()) {
                continue;
            }
            boolean blank = gap && !text.isEmpty() && token.getType() != MigLexer.COMMA;
            text.append(blank ? " " : "").append(written);
            gap = false;
        }
        return text.toString();
    }

    /** The whole line of an action with another text; an action without braces includes its {@code alter table T}. */
    String line(String action) {
        int before = start - 1;
        if (rule != MigParser.RULE_action || before < 0 || isSeparator(type(before))) {
            return action;
        }
        int first = before;
        while (first > 0 && type(first) != MigLexer.ALTER && !isSeparator(type(first))) {
            first--;
        }
        return type(first) == MigLexer.ALTER ? text(first, start) + " " + action : action;
    }

    private static boolean isSeparator(int type) {
        return switch (type) {
            case MigLexer.NL, MigLexer.SEMI, MigLexer.COMMA, MigLexer.LBRACE -> true;
            default -> false;
        };
    }
}
