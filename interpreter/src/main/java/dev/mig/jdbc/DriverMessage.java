package dev.mig.jdbc;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A driver's error message without what it merely repeats: the statement, the driver's version. */
final class DriverMessage {
    /** H2: {@code message; SQL statement:\n… [42102-252]}. */
    private static final Pattern H2_TAIL =
            Pattern.compile("; SQL statement:\n.*|\\s*\\[\\d{4,5}-\\d+]$", Pattern.DOTALL);

    /** SQLite: {@code [SQLITE_ERROR] what the code means (what is the matter)}. */
    private static final Pattern SQLITE =
            Pattern.compile("\\[(SQLITE_\\w+)] (?:[^(]|\\(\\))*\\((.*)\\)", Pattern.DOTALL);

    /**
     * PostgreSQL: the position in the statement, of which the driver sees only parts; the server's name for the
     * statement.
     */
    private static final Pattern POSTGRESQL_TAIL =
            Pattern.compile("\\n\\s*Position: \\d+|\\n\\s*Where: unnamed portal parameter[^\n]*");

    /** MySQL and MariaDB: the connection's number before the message. */
    private static final Pattern MYSQL_HEAD = Pattern.compile("^\\(conn=-?\\d+\\) ");

    private DriverMessage() {}

    /** With the name or number of the error in that database. */
    static String withCode(SQLException failure) {
        String message = failure.getMessage();
        Matcher sqlite = SQLITE.matcher(message == null ? "" : message);
        if (sqlite.matches()) {
            return of(failure) + " (" + sqlite.group(1) + ")";
        }
        // The number is what people search for.
        boolean numbered = message != null && MYSQL_HEAD.matcher(message).find();
        return of(failure) + " (" + (numbered ? "error " + failure.getErrorCode() + ", " : "") + "SQLSTATE "
                + failure.getSQLState() + ")";
    }

    static String of(SQLException failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        Matcher sqlite = SQLITE.matcher(message);
        if (sqlite.matches()) {
            return sqlite.group(2);
        }
        String told =
                H2_TAIL.matcher(MYSQL_HEAD.matcher(message).replaceFirst("")).replaceAll("");
        return POSTGRESQL_TAIL.matcher(told).replaceAll("").strip();
    }

    /** SQLite: someone else writes to the file, or blocks writing, beyond the timeout. */
    static boolean tellOfABusyFile(SQLException failure) {
        String message = failure.getMessage();
        return message != null && message.startsWith("[SQLITE_BUSY");
    }
}
