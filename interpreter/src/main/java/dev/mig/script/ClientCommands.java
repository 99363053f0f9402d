package dev.mig.script;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Commands of database clients that people paste into scripts, and statements that would end the transaction in which
 * a run keeps its journal; both are refused.
 */
final class ClientCommands {
    private static final Pattern COPY = Pattern.compile("(?is)copy\\b.*\\bfrom\\s+stdin\\b.*");
    private static final Pattern TRANSACTION = Pattern.compile(
            "(?is)(?:begin(?!\\s+not\\b)|start\\s+transaction|commit|end|abort|rollback(?!\\s+(?:work\\s+|transaction\\s+)?to\\b))\\b.*");

    /**
     * @param what a sentence, lower case first
     * @param wayOut what to do instead
     * @param last whether what follows is no SQL either
     */
    record Refusal(String what, String wayOut, boolean last) {}

    private ClientCommands() {}

    /** @param sql one statement */
    static @Nullable Refusal refusal(String sql) {
        if (sql.startsWith("\\")) {
            String command = sql.lines().findFirst().orElse(sql).strip();
            return new Refusal(
                    "\"" + command + "\" is a command of the database's shell, which no database understands",
                    "leave it out",
                    true);
        }
        String first = SqlSplitter.firstWord(sql);
        String statement =
                sql.substring(Math.max(0, sql.toLowerCase(Locale.ROOT).indexOf(first)));
        return switch (first) {
            case "copy" ->
                COPY.matcher(statement).matches()
                        ? new Refusal(
                                "copy … from stdin takes rows that only the database's shell sends",
                                "put the rows into a file beside the revision, and in a .mig revision: load 'rows.csv'"
                                        + " into T",
                                true)
                        : null;
            case "begin", "start", "commit", "end", "abort", "rollback" ->
                TRANSACTION.matcher(statement).matches()
                        ? new Refusal(
                                "\"" + first + "\" would cut the transaction in which the run keeps its account",
                                "leave it out: a revision runs in one transaction wherever the database can do that",
                                false)
                        : null;
            default -> null;
        };
    }
}
