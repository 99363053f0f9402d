package dev.mig.jdbc;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** What a driver says of a failure, without what it repeats: the statement, its own version. */
final class DatabaseWords {
    /** H2: {@code message; SQL statement:\n… [42102-252]}. */
    private static final Pattern H2_TAIL =
            Pattern.compile("; SQL statement:\n.*|\\s*\\[\\d{4,5}-\\d+]$", Pattern.DOTALL);

    private DatabaseWords() {}

    static String of(SQLException failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        return H2_TAIL.matcher(message).replaceAll("").strip();
    }
}
