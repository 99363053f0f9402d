package dev.mig.jdbc.inspect;

import java.util.List;
import java.util.stream.Collectors;

/** SQL string literals as every database writes them. */
final class Literal {
    private Literal() {}

    static String of(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String list(List<String> texts) {
        return texts.stream().map(Literal::of).collect(Collectors.joining(", ", "(", ")"));
    }
}
