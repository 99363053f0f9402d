package dev.mig.jdbc.inspect;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Conditions like {@code state in ('new', 'old')} as PostgreSQL tells them, in words that it tells the same way when it
 * is given them.
 *
 * <p>Of a {@code varchar} it makes an array of {@code varchar} that is cast as a whole; reading that, it casts each
 * element instead. A schema read from one database and made in another would differ from itself.
 */
final class PostgresLists {
    private static final String TEXT = "'(?:[^']|'')*'::character varying";
    private static final String WHOLE = "\\(ARRAY\\[(" + TEXT + "(?:, " + TEXT + ")*)\\]\\)::text\\[\\]";
    private static final String CAST = "\\(" + TEXT + "\\)::text";
    private static final String EACH = "ARRAY\\[(" + CAST + "(?:, " + CAST + ")*)\\]";
    private static final Pattern CAST_AS_A_WHOLE = Pattern.compile("(= ANY|<> ALL) \\(" + WHOLE + "\\)");
    private static final Pattern ELEMENT = Pattern.compile(TEXT);
    private static final Pattern OF_A_COLUMN =
            Pattern.compile("\\(([a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\")\\)::text (= ANY|<> ALL) \\(" + EACH + "\\)");

    private PostgresLists() {}

    /** @param varchar whether the column of that name, as it is stored, is one */
    static String settled(String sql, Predicate<String> varchar) {
        String each = settled(sql);
        return OF_A_COLUMN.matcher(each).replaceAll(found -> {
            String column = found.group(1);
            String stored = column.startsWith("\"")
                    ? column.substring(1, column.length() - 1).replace("\"\"", "\"")
                    : column;
            String list = ELEMENT.matcher(found.group(3))
                    .results()
                    .map(it -> it.group().substring(0, it.group().lastIndexOf("::")))
                    .collect(Collectors.joining(", ", "(", ")"));
            String word = found.group(2).startsWith("=") ? " in " : " not in ";
            return Matcher.quoteReplacement(varchar.test(stored) ? column + word + list : found.group());
        });
    }

    /** Where nothing is known of columns. */
    static String settled(String sql) {
        return CAST_AS_A_WHOLE
                .matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + " (ARRAY["
                        + ELEMENT.matcher(found.group(2)).replaceAll("($0)::text") + "])"));
    }
}
