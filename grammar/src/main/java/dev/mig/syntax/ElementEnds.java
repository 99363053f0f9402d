package dev.mig.syntax;

import java.util.List;
import org.antlr.v4.runtime.Token;

/** Where an unparsable statement or item ends, according to the rules for line ends. */
final class ElementEnds {
    private ElementEnds() {}

    /**
     * The index of the token that ends it: a separator, the enclosing brace, or the end of the file.
     *
     * @param start index of its first token
     * @param atLeast where reading stopped; the end lies there or later
     */
    static int of(List<Token> tokens, int start, int atLeast, boolean isStatement) {
        int depth = 0;
        for (int i = start; i < tokens.size(); i++) {
            int type = tokens.get(i).getType();
            switch (type) {
                case MigLexer.LPAREN, MigLexer.LBRACE -> depth++;
                case MigLexer.RPAREN -> depth = Math.max(0, depth - 1);
                case MigLexer.RBRACE -> {
                    if (depth == 0) {
                        return i;
                    }
                    depth--;
                }
                case Token.EOF -> {
                    return i;
                }
                case MigLexer.SEMI -> {
                    if (depth == 0 && i >= atLeast) {
                        return i;
                    }
                }
                case MigLexer.COMMA -> {
                    if (depth == 0 && i >= atLeast && !isStatement) {
                        return i;
                    }
                }
                case MigLexer.NL -> {
                    if (depth == 0 && i >= atLeast && !goesOn(tokens, i, isStatement)) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return tokens.size() - 1;
    }

    /** Whether the line after this line end belongs to the one before it. */
    private static boolean goesOn(List<Token> tokens, int lineEnd, boolean isStatement) {
        int next = lineEnd;
        while (tokens.get(next).getType() == MigLexer.NL) {
            next++;
        }
        int type = tokens.get(next).getType();
        int after = tokens.get(Math.min(next + 1, tokens.size() - 1)).getType();
        if (!isStatement) {
            return switch (type) {
                case MigLexer.REFERENCES, MigLexer.DEFERRABLE -> true;
                case MigLexer.ON -> after == MigLexer.DELETE || after == MigLexer.UPDATE;
                default -> false;
            };
        }
        return switch (type) {
            case MigLexer.SET,
                    MigLexer.VALUES,
                    MigLexer.WHERE,
                    MigLexer.USING,
                    MigLexer.INCLUDE,
                    MigLexer.INTO,
                    MigLexer.BY,
                    MigLexer.BATCH,
                    MigLexer.PAUSE,
                    MigLexer.REVERSE,
                    MigLexer.ELSE,
                    MigLexer.OPTIONS,
                    MigLexer.TOUCHES,
                    MigLexer.COMMA,
                    MigLexer.LBRACE,
                    MigLexer.TRIPLE,
                    MigLexer.LPAREN -> true;
            case MigLexer.COMMENT -> after == MigLexer.STRING;
            case MigLexer.ON -> !opensBlock(tokens, next);
            default -> false;
        };
    }

    /** Whether {@code on} begins a statement: names and a brace follow. */
    private static boolean opensBlock(List<Token> tokens, int on) {
        int i = on + 1;
        while (isNamesOrLineEnd(tokens.get(i).getType())) {
            i++;
        }
        return tokens.get(i).getType() == MigLexer.LBRACE;
    }

    private static boolean isNamesOrLineEnd(int type) {
        return type == MigLexer.IDENT || type == MigLexer.COMMA || type == MigLexer.NL;
    }
}
