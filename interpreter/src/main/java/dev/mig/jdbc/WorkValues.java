package dev.mig.jdbc;

import dev.mig.script.Feature;
import dev.mig.script.SqlStyle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a result's values for scripts, as the types listed in {@link dev.mig.model.Rows}, never a driver's own.
 * Values without such a form, or outside its range, are returned as the text the database shows.
 */
final class WorkValues {
    /** The range of years that JavaScript dates print with four digits. */
    private static final int LAST_YEAR = 9999;

    private final ResultSet rows;
    private final List<Kind> kinds = new ArrayList<>();

    /** The type of a column, if its driver does not convert it by itself. */
    private enum Kind {
        AS_IT_IS,
        TEXT,
        TRUTH,
        DECIMAL,
        YEAR,
        DATE,
        TIMESTAMP,
        MOMENT,
        DATE_TEXT
    }

    WorkValues(ResultSet rows, SqlStyle style) throws SQLException {
        this.rows = rows;
        ResultSetMetaData data = rows.getMetaData();
        for (int column = 1; column <= data.getColumnCount(); column++) {
            String type = String.valueOf(data.getColumnTypeName(column)).toLowerCase(Locale.ROOT);
            kinds.add(style.has(Feature.TYPELESS_VALUES) ? declared(type) : kind(data.getColumnType(column), type));
        }
    }

    /** SQLite columns can hold values of any type: the declared type decides. */
    private static Kind declared(String type) {
        return switch (type) {
            case "boolean", "bool" -> Kind.TRUTH;
            case "decimal", "numeric" -> Kind.DECIMAL;
            case "date", "datetime", "timestamp" -> Kind.DATE_TEXT;
            default -> Kind.AS_IT_IS;
        };
    }

    private static Kind kind(int jdbc, String type) {
        return switch (jdbc) {
            case Types.TIMESTAMP -> isZoned(type) ? Kind.MOMENT : Kind.TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.MOMENT;
            case Types.TIME, Types.TIME_WITH_TIMEZONE -> Kind.TEXT;
            case Types.DATE -> type.equals("year") ? Kind.YEAR : Kind.DATE;
            default -> type.equals("json") ? Kind.TEXT : Kind.AS_IT_IS;
        };
    }

    static boolean isZoned(String typeName) {
        return typeName.equals("timestamptz") || typeName.endsWith("with time zone");
    }

    /** @param column from 1 */
    @Nullable
    Object read(int column) throws SQLException {
        return switch (kinds.get(column - 1)) {
            case AS_IT_IS -> plain(rows.getObject(column), column);
            case TEXT -> rows.getString(column);
            case TRUTH -> rows.getObject(column) instanceof Number it ? it.intValue() != 0 : rows.getString(column);
            case DECIMAL -> decimal(rows.getObject(column));
            case YEAR -> {
                long year = rows.getLong(column);
                yield rows.wasNull() ? null : year;
            }
            case DATE -> date(rows.getObject(column, LocalDate.class), column);
            case TIMESTAMP -> timestamp(rows.getObject(column, LocalDateTime.class), column);
            case MOMENT -> moment(rows.getObject(column, OffsetDateTime.class), column);
            case DATE_TEXT -> {
                Object value = rows.getObject(column);
                yield value instanceof String it ? dateText(it) : plain(value, column);
            }
        };
    }

    private @Nullable Object date(@Nullable LocalDate date, int column) throws SQLException {
        return date == null || isNear(date.getYear()) ? date : rows.getString(column);
    }

    private @Nullable Object timestamp(@Nullable LocalDateTime time, int column) throws SQLException {
        return time == null || isNear(time.getYear()) ? time : rows.getString(column);
    }

    private @Nullable Object moment(@Nullable OffsetDateTime moment, int column) throws SQLException {
        if (moment == null) {
            return null;
        }
        return isNear(moment.getYear()) ? moment.toInstant() : rows.getString(column);
    }

    private static boolean isNear(int year) {
        return year >= 0 && year <= LAST_YEAR;
    }

    /** As SQLite's own functions write them, or with a T. */
    private static Object dateText(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) : LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeParseException other) {
            return text;
        }
    }

    private static @Nullable Object decimal(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Integer it -> BigDecimal.valueOf(it);
            case Long it -> BigDecimal.valueOf(it);
            case Double it when Double.isFinite(it) -> new BigDecimal(it.toString());
            default -> value.toString();
        };
    }

    private @Nullable Object plain(@Nullable Object value, int column) throws SQLException {
        return switch (value) {
            case null -> null;
            case Byte it -> it.longValue();
            case Short it -> it.longValue();
            case Integer it -> it.longValue();
            // As displayed, not as the nearest double.
            case Float it -> Double.parseDouble(it.toString());
            case Boolean it -> it;
            case Long it -> it;
            case Double it -> it;
            case String it -> it;
            case BigInteger it -> it;
            case BigDecimal it -> it;
            case byte[] it -> it;
            case UUID it -> it.toString();
            case Blob it -> it.getBytes(1, Math.toIntExact(it.length()));
            case Clob it -> it.getSubString(1, Math.toIntExact(it.length()));
            case Array it -> elements((Object[]) it.getArray(), isZoned(it.getBaseTypeName()));
            default -> rows.getString(column);
        };
    }

    private static List<@Nullable Object> elements(Object[] array, boolean zoned) throws SQLException {
        List<@Nullable Object> elements = new ArrayList<>();
        for (Object element : array) {
            elements.add(element(element, zoned));
        }
        return elements;
    }

    private static @Nullable Object element(@Nullable Object value, boolean zoned) throws SQLException {
        return switch (value) {
            case null -> null;
            case Short it -> it.longValue();
            case Integer it -> it.longValue();
            case Float it -> Double.parseDouble(it.toString());
            case Boolean it -> it;
            case Long it -> it;
            case Double it -> it;
            case BigDecimal it -> it;
            case byte[] it -> it;
            case Object[] it -> elements(it, zoned);
            case LocalDate it -> it;
            case LocalDateTime it -> it;
            case Instant it -> it;
            case OffsetDateTime it -> it.toInstant();
            case java.sql.Date it -> it.toLocalDate();
            case java.sql.Timestamp it -> zoned ? it.toInstant() : it.toLocalDateTime();
            case Array it -> elements((Object[]) it.getArray(), zoned);
            default -> value.toString();
        };
    }
}
