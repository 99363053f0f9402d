package dev.mig.jdbc.inspect;

import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code format_type} says, in portable words; the other direction is the dialect's style. */
final class PostgresTypes {
    private static final Pattern SIZED =
            Pattern.compile("([a-z ]+?)\\((\\d+)(?:,(-?\\d+))?\\)( with(?:out)? time zone)?");

    private static final Map<String, ColumnType> PLAIN = Map.ofEntries(
            Map.entry("boolean", Plain.BOOLEAN),
            Map.entry("smallint", Plain.SMALLINT),
            Map.entry("integer", Plain.INTEGER),
            Map.entry("bigint", Plain.BIGINT),
            Map.entry("real", Plain.REAL),
            Map.entry("double precision", Plain.DOUBLE),
            Map.entry("text", Plain.TEXT),
            Map.entry("bytea", Plain.BLOB),
            Map.entry("date", Plain.DATE),
            Map.entry("time without time zone", Plain.TIME),
            Map.entry("interval", Plain.INTERVAL),
            Map.entry("uuid", Plain.UUID),
            Map.entry("jsonb", Plain.JSON),
            // Without a number, PostgreSQL keeps as many digits as there are.
            Map.entry("timestamp without time zone", new ColumnType.Timestamp(6, false)),
            Map.entry("timestamp with time zone", new ColumnType.Timestamp(6, true)));

    private PostgresTypes() {}

    static ColumnType of(String formatted) {
        ColumnType plain = PLAIN.get(formatted);
        if (plain != null) {
            return plain;
        }
        Matcher sized = SIZED.matcher(formatted);
        return sized.matches() ? sized(formatted, sized) : new ColumnType.Native(formatted);
    }

    private static ColumnType sized(String formatted, Matcher sized) {
        int number = Integer.parseInt(sized.group(2));
        String second = sized.group(3);
        int scale = second == null ? 0 : Integer.parseInt(second);
        return switch (sized.group(1)) {
            case "numeric" ->
                scale < 0 || scale > number ? new ColumnType.Native(formatted) : new ColumnType.Decimal(number, scale);
            case "character" -> new ColumnType.Char(number);
            case "character varying" -> new ColumnType.Varchar(number);
            case "timestamp" -> new ColumnType.Timestamp(number, " with time zone".equals(sized.group(4)));
            default -> new ColumnType.Native(formatted);
        };
    }
}
