package dev.mig.script;

import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a database spells the portable types: data only.
 *
 * @param plain types without arguments; one that the database lacks is missing
 * @param decimal a format of precision and scale
 * @param character a format of the length in characters; likewise {@code varchar}
 * @param binary a format of the length in bytes
 * @param timestamp a format of the digits of the second's fraction; likewise {@code timestamptz}
 * @param array a format of the element's type; empty where the database has no arrays
 * @param jsonOfText a format of SQL for a string that is to be read as JSON, not kept as a JSON string
 * @param inlineEnum a format of the list of an enum's values, where a column names them itself; empty where an enum is
 *     a type with a name
 * @param reserved words that can name a column but no type, in upper case
 * @param readsOffsets whether a text for a {@code timestamptz} may say its offset from UTC
 * @param readsTruths whether a text for a {@code boolean} may be a word
 * @param nowFraction digits of the second's fraction that {@code current_timestamp} has without being asked
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
        String inlineEnum,
        Set<String> reserved,
        boolean readsOffsets,
        boolean readsTruths,
        int nowFraction,
        Limits limits) {
    public TypeNames {
        plain = Map.copyOf(plain);
        reserved = Set.copyOf(reserved);
    }

    /**
     * The largest that the database takes in any case; a smaller limit that hangs on settings is left to it.
     *
     * @param fraction digits of a second's fraction
     * @param precision digits of a decimal; {@code scale} of them after the point
     * @param character length of a {@code char}; {@code varchar} likewise, both in characters
     * @param binary length in bytes
     */
    public record Limits(int fraction, int precision, int scale, int character, int varchar, int binary) {}

    /** Whether a text that is bound for a JSON column is read as JSON, as a text in the statement is where this is so. */
    public boolean readsJsonFromText() {
        return jsonOfText.equals("%s");
    }

    TextConversion form(@Nullable ColumnType type) {
        if (type instanceof ColumnType.Timestamp(int precision, boolean zone) && zone && !readsOffsets) {
            return TextConversion.MOMENT_IN_UTC;
        }
        return type == Plain.BOOLEAN && !readsTruths ? TextConversion.TRUTH_AS_NUMBER : TextConversion.AS_IT_IS;
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
