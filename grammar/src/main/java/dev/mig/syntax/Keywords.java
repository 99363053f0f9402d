package dev.mig.syntax;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;

/** The keywords of the language and their token types. */
final class Keywords {
    private static final Map<String, Integer> TYPES = IntStream.rangeClosed(1, MigLexer.VOCABULARY.getMaxTokenType())
            .filter(Keywords::isKeyword)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(TokenDescriptions::keyword, it -> it));

    /** Words that begin a statement. */
    private static final Set<String> VERBS = Set.of(
            "create", "drop", "alter", "rename", "comment", "insert", "update", "delete", "load", "sql", "script", "on",
            "outside", "require", "refresh");

    /** Words that begin a block. */
    private static final Set<String> DIRECTIONS = Set.of("upgrade", "downgrade");

    private Keywords() {}

    static Map<String, Integer> all() {
        return TYPES;
    }

    static Optional<Integer> type(String word) {
        return Optional.ofNullable(TYPES.get(word.toLowerCase(Locale.ROOT)));
    }

    /** @param word in lower case */
    static boolean beginsStatement(String word) {
        return VERBS.contains(word);
    }

    static boolean beginsStatement(Token token) {
        return beginsStatement(TokenDescriptions.keyword(token.getType()));
    }

    /** @param word in lower case */
    static boolean beginsBlock(String word) {
        return DIRECTIONS.contains(word);
    }

    private static boolean isKeyword(int type) {
        String symbol = MigLexer.VOCABULARY.getSymbolicName(type);
        if (symbol == null) {
            return false;
        }
        return switch (type) {
            case MigLexer.IDENT,
                    MigLexer.QUOTED,
                    MigLexer.STRING,
                    MigLexer.NUMBER,
                    MigLexer.COMMA,
                    MigLexer.NL,
                    MigLexer.LPAREN,
                    MigLexer.RPAREN,
                    MigLexer.RAW,
                    MigLexer.OP,
                    MigLexer.DOT,
                    MigLexer.MINUS,
                    MigLexer.COMMENT_TEXT,
                    MigLexer.UNCLOSED,
                    MigLexer.UNREADABLE,
                    MigLexer.TRIPLE,
                    MigLexer.LBRACE,
                    MigLexer.RBRACE,
                    MigLexer.SEMI,
                    MigLexer.ARRAY,
                    MigLexer.EQ -> false;
            default -> true;
        };
    }
}
