package dev.mig.compile;

import dev.mig.model.ColumnType;
import dev.mig.model.SqlValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a literal can be a value of a column type: what every database would reject is reported before one is
 * asked.
 *
 * <p>It accepts whatever some databases accept, such as the many ways to write a date, and does not check enums,
 * whose values have names. Pure.
 */
final class LiteralCheck {
    private static final Set<String> TRUTHS =
            Set.of("true", "false", "t", "f", "yes", "no", "y", "n", "on", "off", "1", "0");

    /** Texts that a column of numbers may hold where the database knows them. */
    private static final Set<String> BEYOND_NUMBERS =
            Set.of("nan", "infinity", "+infinity", "-infinity", "inf", "+inf", "-inf");

    private static final Pattern UUID = Pattern.compile("\\{?[0-9a-fA-F]{4}(-?[0-9a-fA-F]{4}){7}}?");

    private static final int LONG_DIGITS = 19;

    private LiteralCheck() {}

    /** The value and why it does not fit, as the end of a sentence; empty if it may fit. */
    static Optional<String> against(ColumnType type, SqlValue value) {
        return switch (value) {
            case SqlValue.Text(String text) -> text(type, text).map(why -> "'" + text + "', which " + why);
            case SqlValue.Number(String written) -> number(type, written).map(why -> written + ", which " + why);
            case SqlValue.Bool it -> Optional.empty();
            case SqlValue.Null it -> Optional.empty();
            case SqlValue.Default it -> Optional.empty();
            case SqlValue.Keyword it -> Optional.empty();
            case SqlValue.Expression it -> Optional.empty();
            case SqlValue.Call it -> Optional.empty();
        };
    }

    private static Optional<String> text(ColumnType type, String text) {
        if (text.contains("${")) {
            // An undefined variable is reported elsewhere.
            return Optional.empty();
        }
        return switch (type) {
            case ColumnType.Plain plain ->
                switch (plain) {
                    case SMALLINT, INTEGER, BIGINT -> number(type, text);
                    case REAL, DOUBLE -> isBeyondNumbers(text) ? Optional.empty() : number(type, text);
                    case BOOLEAN ->
                        TRUTHS.contains(text.strip().toLowerCase(Locale.ROOT)) ? Optional.empty() : no("boolean");
                    case UUID -> UUID.matcher(text.strip()).matches() ? Optional.empty() : no("uuid");
                    case TEXT, BLOB, DATE, TIME, INTERVAL, JSON -> Optional.empty();
                };
            case ColumnType.Decimal it -> isBeyondNumbers(text) ? Optional.empty() : number(type, text);
            case ColumnType.Char(int length) -> length(text, length);
            case ColumnType.Varchar(int length) -> length(text, length);
            case ColumnType.Binary it -> Optional.empty();
            case ColumnType.Timestamp it -> Optional.empty();
            case ColumnType.Array it -> Optional.empty();
            case ColumnType.Enum it -> Optional.empty();
            case ColumnType.Native it -> Optional.empty();
        };
    }

    private static boolean isBeyondNumbers(String text) {
        return BEYOND_NUMBERS.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> number(ColumnType type, String written) {
        BigDecimal number;
        try {
            number = new BigDecimal(written.strip());
        } catch (NumberFormatException e) {
            return no("number");
        }
        return switch (type) {
            case ColumnType.Plain plain ->
                switch (plain) {
                    case SMALLINT -> bits(number, 16, "smallint");
                    case INTEGER -> bits(number, 32, "integer");
                    case BIGINT -> bits(number, 64, "bigint");
                    case BOOLEAN, REAL, DOUBLE, TEXT, BLOB, DATE, TIME, INTERVAL, UUID, JSON -> Optional.empty();
                };
            case ColumnType.Decimal(int precision, int scale) ->
                digits(number) <= precision - scale
                        ? Optional.empty()
                        : Optional.of("is too large for decimal(" + precision + "," + scale + ")");
            case ColumnType.Char it -> Optional.empty();
            case ColumnType.Varchar it -> Optional.empty();
            case ColumnType.Binary it -> Optional.empty();
            case ColumnType.Timestamp it -> Optional.empty();
            case ColumnType.Array it -> Optional.empty();
            case ColumnType.Enum it -> Optional.empty();
            case ColumnType.Native it -> Optional.empty();
        };
    }

    private static Optional<String> bits(BigDecimal number, int bits, String type) {
        boolean small = digits(number) <= LONG_DIGITS && number.toBigInteger().bitLength() < bits;
        return small ? Optional.empty() : Optional.of("is too large for " + type);
    }

    /** Digits before the point: writing out {@code 1e999999999} to count them would take forever. */
    private static long digits(BigDecimal number) {
        return number.signum() == 0 ? 0 : (long) number.precision() - number.scale();
    }

    private static Optional<String> length(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? Optional.empty()
                : Optional.of("is longer than " + most + " characters");
    }

    private static Optional<String> no(String kind) {
        return Optional.of("is no " + kind);
    }
}
