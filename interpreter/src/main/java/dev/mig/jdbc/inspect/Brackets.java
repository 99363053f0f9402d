package dev.mig.jdbc.inspect;

import dev.mig.model.RawSql;
import java.util.List;
import java.util.stream.Collectors;

/** Puts expressions in brackets, as the model has them; catalogues report them with and without. */
final class Brackets {
    private Brackets() {}

    /** On one line: some catalogues format their expressions. */
    static String around(String sql) {
        String bare = RawSql.tokens(sql.strip()).stream()
                .map(it -> it.kind() == RawSql.Kind.BLANK ? " " : it.text())
                .collect(Collectors.joining());
        return isBracketed(bare) ? bare : "(" + bare + ")";
    }

    /** Whether the first bracket is closed by the last one. */
    private static boolean isBracketed(String sql) {
        if (!sql.startsWith("(")) {
            return false;
        }
        int depth = 0;
        List<RawSql.Token> tokens = RawSql.tokens(sql);
        for (int i = 0; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (depth == 0) {
                return i == tokens.size() - 1;
            }
        }
        return false;
    }
}
