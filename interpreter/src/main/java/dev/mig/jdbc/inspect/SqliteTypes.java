package dev.mig.jdbc.inspect;

import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a declared type of SQLite is in portable words. SQLite keeps the words and looks only at parts of them. */
final class SqliteTypes {
    private static final Pattern SIZED = Pattern.compile("([a-z ]+?) ?\\( ?(\\d+) ?(?:, ?(\\d+) ?)?\\)");

    private static final Map<String, ColumnType> PLAIN = Map.ofEntries(
            Map.entry("boolean", Plain.BOOLEAN),
            Map.entry("bool", Plain.BOOLEAN),
            Map.entry("smallint", Plain.SMALLINT),
            Map.entry("integer", Plain.INTEGER),
            Map.entry("int", Plain.INTEGER),
            Map.entry("bigint", Plain.BIGINT),
            Map.entry("real", Plain.REAL),
            Map.entry("double", Plain.DOUBLE),
            Map.entry("double precision", Plain.DOUBLE),
            Map.entry("text", Plain.TEXT),
            Map.entry("blob", Plain.BLOB),
            // No type and blob are one affinity: https://www.sqlite.org/datatype3.html
            Map.entry("", Plain.BLOB),
            Map.entry("date", Plain.DATE),
            Map.entry("time", Plain.TIME),
            Map.entry("timestamp", new ColumnType.Timestamp(6, false)));

    private SqliteTypes() {}

    static ColumnType of(String declared) {
        String words = declared.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
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
            case "decimal", "numeric" ->
                new ColumnType.Decimal(number, sized.group(3) == null ? 0 : Integer.parseInt(sized.group(3)));
            case "char", "character" -> new ColumnType.Char(number);
            case "varchar", "character varying" -> new ColumnType.Varchar(number);
            default -> new ColumnType.Native(words);
        };
    }
}
