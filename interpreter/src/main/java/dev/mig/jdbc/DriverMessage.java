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

    /** PostgreSQL: where in the statement, of which the driver sees only pieces; what the server calls the statement. */
    private static final Pattern POSTGRESQL_TAIL =
            Pattern.compile("\\n\\s*Position: \\d+|\\n\\s*Where: unnamed portal parameter[^\n]*");

    /** MySQL and MariaDB: the number of the connection, before what is said. */
    private static final Pattern MYSQL_HEAD = Pattern.compile("^\\(conn=-?\\d+\\) ");

    private DriverMessage() {}

    /** With the name or number by which the database knows that failure. */
    static String withCode(SQLException failure) {
        String message = failure.getMessage();
        Matcher sqlite = SQLITE.matcher(message == null ? "" : message);
        if (sqlite.matches()) {
            return of(failure) + " (" + sqlite.group(1) + ")";
        }
        // What people look up there is the number.
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

    /** SQLite: somebody else writes to the file, or keeps it from being written, for longer than anybody waits. */
    static boolean tellOfABusyFile(SQLException failure) {
        String message = failure.getMessage();
        return message != null && message.startsWith("[SQLITE_BUSY");
    }
}
