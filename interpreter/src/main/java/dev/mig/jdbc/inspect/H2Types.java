package dev.mig.jdbc.inspect;

import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/** What the types of H2's catalogue are called in portable words; the other direction is its dialect's style. */
final class H2Types {
    /** The length of a character or binary type declared without one. */
    private static final long UNLIMITED = 1_000_000_000;

    private static final Map<String, Plain> PLAIN = Map.of(
            "BOOLEAN", Plain.BOOLEAN,
            "SMALLINT", Plain.SMALLINT,
            "INTEGER", Plain.INTEGER,
            "BIGINT", Plain.BIGINT,
            "REAL", Plain.REAL,
            "DOUBLE PRECISION", Plain.DOUBLE,
            "DATE", Plain.DATE,
            "UUID", Plain.UUID,
            "JSON", Plain.JSON);

    private H2Types() {}

    /** @param row with the columns that {@code COLUMNS}, {@code DOMAINS} and {@code ELEMENT_TYPES} have in common */
    static ColumnType of(Row row) throws SQLException {
        String name = row.text("DATA_TYPE");
        Plain plain = PLAIN.get(name);
        if (plain != null) {
            return plain;
        }
        long length = row.longNumber("CHARACTER_MAXIMUM_LENGTH");
        int fraction = row.number("DATETIME_PRECISION");
        return switch (name) {
            case "NUMERIC" -> new ColumnType.Decimal(row.number("NUMERIC_PRECISION"), row.number("NUMERIC_SCALE"));
            case "CHARACTER" -> new ColumnType.Char(Math.toIntExact(length));
            case "CHARACTER VARYING" ->
                length >= UNLIMITED ? Plain.TEXT : new ColumnType.Varchar(Math.toIntExact(length));
            case "BINARY VARYING" ->
                length >= UNLIMITED
                        ? new ColumnType.Native("binary varying")
                        : new ColumnType.Binary(Math.toIntExact(length));
            case "BINARY LARGE OBJECT" -> length == Long.MAX_VALUE ? Plain.BLOB : sized(name, length);
            case "CHARACTER LARGE OBJECT" -> length == Long.MAX_VALUE ? nativeType(name) : sized(name, length);
            case "TIME" -> fraction == 0 ? Plain.TIME : new ColumnType.Native("time(" + fraction + ")");
            case "TIME WITH TIME ZONE" -> new ColumnType.Native("time(" + fraction + ") with time zone");
            case "TIMESTAMP" -> new ColumnType.Timestamp(fraction, false);
            case "TIMESTAMP WITH TIME ZONE" -> new ColumnType.Timestamp(fraction, true);
            case "INTERVAL" ->
                new ColumnType.Native("interval " + row.text("INTERVAL_TYPE").toLowerCase(Locale.ROOT));
            case "BINARY" -> sized(name, length);
            case "VARCHAR_IGNORECASE" -> length >= UNLIMITED ? nativeType(name) : sized(name, length);
            case "DECFLOAT" -> sized(name, row.number("NUMERIC_PRECISION"));
            default -> nativeType(name);
        };
    }

    private static ColumnType sized(String name, long length) {
        return new ColumnType.Native(name.toLowerCase(Locale.ROOT) + "(" + length + ")");
    }

    private static ColumnType nativeType(String name) {
        return new ColumnType.Native(name.toLowerCase(Locale.ROOT));
    }
}
