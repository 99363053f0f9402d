package dev.mig.jdbc.inspect;

import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the {@code COLUMN_TYPE} of MySQL and MariaDB says, in portable words; the other direction is the style. */
final class MariaTypes {
    private static final Pattern SIZED = Pattern.compile("([a-z]+)\\((\\d+)(?:,(\\d+))?\\)");
    /** The display width of a number is irrelevant, except for the one that stands for a boolean. */
    private static final Pattern WIDTH = Pattern.compile("\\b(smallint|mediumint|int|bigint|tinyint)\\(\\d+\\)");

    private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'");

    private static final Map<String, ColumnType> PLAIN = Map.ofEntries(
            Map.entry("tinyint(1)", Plain.BOOLEAN),
            Map.entry("smallint", Plain.SMALLINT),
            Map.entry("int", Plain.INTEGER),
            Map.entry("bigint", Plain.BIGINT),
            Map.entry("float", Plain.REAL),
            Map.entry("double", Plain.DOUBLE),
            Map.entry("longtext", Plain.TEXT),
            Map.entry("longblob", Plain.BLOB),
            Map.entry("date", Plain.DATE),
            Map.entry("time", Plain.TIME),
            Map.entry("uuid", Plain.UUID),
            Map.entry("json", Plain.JSON),
            Map.entry("datetime", new ColumnType.Timestamp(0, false)),
            Map.entry("timestamp", new ColumnType.Timestamp(0, true)));

    private MariaTypes() {}

    static ColumnType of(String columnType) {
        String words = columnType.equals("tinyint(1)")
                ? columnType
                : WIDTH.matcher(columnType).replaceAll("$1");
        ColumnType plain = PLAIN.get(words);
        if (plain != null) {
            return plain;
        }
        Matcher sized = SIZED.matcher(words);
        return sized.matches() ? sized(words, sized) : new ColumnType.Native(words);
    }

    private static ColumnType sized(String words, Matcher sized) {
        int number = Integer.parseInt(sized.group(2));
        return switch (sized.group(1)) {
            case "decimal" ->
                new ColumnType.Decimal(number, sized.group(3) == null ? 0 : Integer.parseInt(sized.group(3)));
            case "char" -> new ColumnType.Char(number);
            case "varchar" -> new ColumnType.Varchar(number);
            case "varbinary" -> new ColumnType.Binary(number);
            case "datetime" -> new ColumnType.Timestamp(number, false);
            case "timestamp" -> new ColumnType.Timestamp(number, true);
            default -> new ColumnType.Native(words);
        };
    }

    static boolean isEnum(String columnType) {
        return columnType.toLowerCase(Locale.ROOT).startsWith("enum(");
    }

    static List<String> enumValues(String columnType) {
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(columnType);
        while (value.find()) {
            values.add(value.group(1).replace("''", "'"));
        }
        return values;
    }
}
