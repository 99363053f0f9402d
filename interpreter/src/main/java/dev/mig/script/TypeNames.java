package dev.mig.script;

import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import java.util.Map;

/**
 * How a database spells the portable types, as data.
 *
 * @param plain types without arguments; one that the database lacks is missing
 * @param decimal a format of precision and scale
 * @param character a format of the length in characters; likewise {@code varchar}
 * @param binary a format of the length in bytes
 * @param timestamp a format of the digits of the second's fraction; likewise {@code timestamptz}
 * @param array a format of the element's type; empty where the database has no arrays
 * @param jsonOfText a format of SQL for a string that is to be read as JSON, not kept as a JSON string
 * @param mostFraction digits that a second's fraction may have
 */
public record TypeNames(
        Map<Plain, String> plain,
        String decimal,
        String character,
        String varchar,
        String binary,
        String timestamp,
        String timestamptz,
        String array,
        String jsonOfText,
        int mostFraction) {
    public TypeNames {
        plain = Map.copyOf(plain);
    }

    /** As people write it: what a diagnostic calls the type. */
    static String portable(ColumnType type) {
        return switch (type) {
            case Plain it -> it.name().toLowerCase(java.util.Locale.ROOT);
            case ColumnType.Decimal(int precision, int scale) -> "decimal(" + precision + ", " + scale + ")";
            case ColumnType.Char(int length) -> "char(" + length + ")";
            case ColumnType.Varchar(int length) -> "varchar(" + length + ")";
            case ColumnType.Binary(int length) -> "binary(" + length + ")";
            case ColumnType.Timestamp(int precision, boolean zone) ->
                (zone ? "timestamptz(" : "timestamp(") + precision + ")";
            case ColumnType.Array(ColumnType element) -> portable(element) + "[]";
            case ColumnType.Enum(var name, var values) -> name.toString();
            case ColumnType.Native(String sql) -> sql;
        };
    }
}
