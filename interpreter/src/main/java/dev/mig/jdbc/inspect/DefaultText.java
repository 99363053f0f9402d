package dev.mig.jdbc.inspect;

import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import dev.mig.model.SqlValue;
import dev.mig.syntax.tree.Value.Word;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses a column's default as reported by a catalogue into the literal or keyword it came from. Anything else
 * remains SQL.
 */
public final class DefaultText {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    /** A string, optionally after a type name or before a cast. */
    private static final Pattern STRING = Pattern.compile(
            "(?is)(?:(?:json|date|time|timestamp|timestamp with time zone|uuid)\\s*)?'((?:[^']|'')*)'(?:::[\\w\""
                    + " .()\\[\\],]+)?");

    private static final Pattern ESCAPED = Pattern.compile("(?is)(?:json\\s+)?u&'((?:[^']|'')*)'");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4})|(\\\\))");
    private static final Pattern NUMBER_IN_QUOTES = Pattern.compile("'([-+]?[0-9.]+(?:[eE][-+]?\\d+)?)'::.*");
    private static final Pattern CAST_NUMBER = Pattern.compile("\\(?([-+]?[0-9.]+)\\)?::.*");
    private static final Pattern CAST_EXPONENT = Pattern.compile("(?i)cast\\(([-+]?[0-9.]+e[-+]?\\d+) as decfloat\\)");
    private static final Pattern NOW = Pattern.compile("(?i)(?:current_timestamp|now)(?:\\((\\d*)\\))?");

    private static final Map<String, Word> WORDS = Map.of(
            "current_date", Word.CURRENT_DATE,
            "curdate()", Word.CURRENT_DATE,
            "current_time", Word.CURRENT_TIME,
            "curtime()", Word.CURRENT_TIME,
            "gen_random_uuid()", Word.GEN_RANDOM_UUID,
            "random_uuid()", Word.GEN_RANDOM_UUID,
            "uuid()", Word.GEN_RANDOM_UUID);

    private DefaultText() {}

    /** @return null for a default that is none, or null itself */
    public static @Nullable SqlValue read(@Nullable String text, ColumnType type) {
        if (text == null) {
            return null;
        }
        String sql = text.strip();
        String lower = sql.toLowerCase(Locale.ROOT);
        if (lower.equals("null") || lower.startsWith("null::")) {
            return null;
        }
        if (lower.equals("true") || lower.equals("false")) {
            return new SqlValue.Bool(lower.equals("true"));
        }
        if (type == Plain.BOOLEAN && (lower.equals("1") || lower.equals("0"))) {
            return new SqlValue.Bool(lower.equals("1"));
        }
        Word word = word(lower, type);
        return word != null ? new SqlValue.Keyword(word) : literal(sql, type);
    }

    private static @Nullable Word word(String lower, ColumnType type) {
        Matcher now = NOW.matcher(lower);
        if (!now.matches()) {
            return WORDS.get(lower);
        }
        String digits = now.group(1);
        int precision = type instanceof ColumnType.Timestamp stamp ? stamp.precision() : 6;
        // The word carries the precision of its column, and six digits where it says nothing.
        boolean plain = digits == null || digits.isEmpty();
        return (plain ? 6 : Integer.parseInt(digits)) == precision || plain ? Word.CURRENT_TIMESTAMP : null;
    }

    private static SqlValue literal(String sql, ColumnType type) {
        Matcher number = NUMBER.matcher(sql);
        if (number.matches()) {
            return new SqlValue.Number(sql);
        }
        Matcher quoted = NUMBER_IN_QUOTES.matcher(sql);
        if (isNumeric(type) && quoted.matches()) {
            return new SqlValue.Number(quoted.group(1));
        }
        Matcher cast = CAST_NUMBER.matcher(sql);
        if (isNumeric(type) && cast.matches()) {
            return new SqlValue.Number(cast.group(1));
        }
        Matcher exponent = CAST_EXPONENT.matcher(sql);
        if (exponent.matches()) {
            return new SqlValue.Number(exponent.group(1));
        }
        Matcher string = STRING.matcher(sql);
        if (string.matches()) {
            return new SqlValue.Text(string.group(1).replace("''", "'"));
        }
        Matcher escaped = ESCAPED.matcher(sql);
        if (escaped.matches()) {
            return new SqlValue.Text(unescaped(escaped.group(1).replace("''", "'")));
        }
        return new SqlValue.Expression(Brackets.around(sql));
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(it -> Matcher.quoteReplacement(
                        it.group(3) != null
                                ? "\\"
                                : Character.toString(
                                        Integer.parseInt(it.group(1) != null ? it.group(1) : it.group(2), 16))));
    }

    static boolean isNumeric(ColumnType type) {
        return switch (type) {
            case Plain it ->
                switch (it) {
                    case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE -> true;
                    case BOOLEAN, TEXT, BLOB, DATE, TIME, INTERVAL, UUID, JSON -> false;
                };
            case ColumnType.Decimal it -> true;
            case ColumnType.Char it -> false;
            case ColumnType.Varchar it -> false;
            case ColumnType.Binary it -> false;
            case ColumnType.Timestamp it -> false;
            case ColumnType.Array it -> false;
            case ColumnType.Enum it -> false;
            case ColumnType.Native it -> it.sql().equals("numeric");
        };
    }
}
