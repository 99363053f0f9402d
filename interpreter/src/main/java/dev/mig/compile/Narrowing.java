package dev.mig.compile;

import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import java.util.List;

/** Whether every value of one type can be stored in another. */
final class Narrowing {
    private static final int UUID_DIGITS = 36;

    private Narrowing() {}

    /** In doubt, it narrows: a warning too many is better than one too few. */
    static boolean narrows(ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return false;
        }
        return switch (to) {
            case Plain.TEXT -> !(isText(from) || isPlainText(from));
            case ColumnType.Varchar(int length) -> longest(from) > length;
            case ColumnType.Char(int length) -> longest(from) > length;
            case Plain.SMALLINT -> true;
            case Plain.INTEGER -> from != Plain.SMALLINT;
            case Plain.BIGINT -> from != Plain.SMALLINT && from != Plain.INTEGER;
            case ColumnType.Decimal it -> !fits(from, it);
            case Plain.DOUBLE -> from != Plain.REAL && from != Plain.SMALLINT && from != Plain.INTEGER;
            case Plain.REAL -> from != Plain.SMALLINT;
            case Plain.BLOB -> !(from instanceof ColumnType.Binary);
            case ColumnType.Binary(int length) -> !(from instanceof ColumnType.Binary(int before) && before <= length);
            case ColumnType.Timestamp it ->
                !(from == Plain.DATE
                        || (from instanceof ColumnType.Timestamp before
                                && before.precision() <= it.precision()
                                && before.withTimeZone() == it.withTimeZone()));
            case ColumnType.Array(ColumnType element) ->
                !(from instanceof ColumnType.Array(ColumnType before) && !narrows(before, element));
            case ColumnType.Enum it ->
                !(from instanceof ColumnType.Enum before
                        && !before.values().isEmpty()
                        && it.values().containsAll(before.values()));
            case Plain.BOOLEAN, Plain.DATE, Plain.TIME, Plain.INTERVAL, Plain.UUID, Plain.JSON -> true;
            case ColumnType.Native it -> true;
        };
    }

    private static boolean isText(ColumnType type) {
        return type instanceof ColumnType.Varchar || type instanceof ColumnType.Char || type == Plain.TEXT;
    }

    /** Types whose values have only one text form, so that they can be converted back from text. */
    private static boolean isPlainText(ColumnType type) {
        return type instanceof ColumnType.Enum
                || type instanceof ColumnType.Decimal
                || List.of(Plain.UUID, Plain.SMALLINT, Plain.INTEGER, Plain.BIGINT, Plain.DATE, Plain.BOOLEAN)
                        .contains(type);
    }

    /** The maximum number of characters of a value as text. */
    private static int longest(ColumnType type) {
        return switch (type) {
            case ColumnType.Varchar(int length) -> length;
            case ColumnType.Char(int length) -> length;
            case ColumnType.Enum it
            when !it.values().isEmpty() ->
                it.values().stream().mapToInt(String::length).max().getAsInt();
            case ColumnType.Decimal it -> it.precision() + 2;
            case Plain.UUID -> UUID_DIGITS;
            case Plain.SMALLINT -> 6;
            case Plain.INTEGER -> 11;
            case Plain.BIGINT -> 20;
            case Plain.DATE -> 10;
            case ColumnType it -> Integer.MAX_VALUE;
        };
    }

    private static boolean fits(ColumnType from, ColumnType.Decimal to) {
        int whole = to.precision() - to.scale();
        return switch (from) {
            case ColumnType.Decimal it -> it.scale() <= to.scale() && it.precision() - it.scale() <= whole;
            case Plain.SMALLINT -> whole >= 5;
            case Plain.INTEGER -> whole >= 10;
            case Plain.BIGINT -> whole >= 19;
            case ColumnType it -> false;
        };
    }
}
