package dev.mig.syntax;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The keywords of the language and their token types. */
final class Keywords {
    private static final Map<String, Integer> TYPES = IntStream.rangeClosed(1, MigLexer.VOCABULARY.getMaxTokenType())
            .filter(Keywords::isKeyword)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(Wording::keyword, it -> it));

    private Keywords() {}

    static Map<String, Integer> all() {
        return TYPES;
    }

    static Optional<Integer> type(String word) {
        return Optional.ofNullable(TYPES.get(word.toLowerCase(Locale.ROOT)));
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
