package dev.mig.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values between the drivers and the work of scripts: what {@link dev.mig.model.Rows} names, and nothing of a driver's own. */
final class WorkValues {
    private WorkValues() {}

    static void bind(PreparedStatement statement, List<? extends @Nullable Object> parameters) throws SQLException {
        int place = 1;
        for (Object value : parameters) {
            switch (value) {
                case null -> statement.setNull(place, Types.NULL);
                case Boolean it -> statement.setBoolean(place, it);
                case String it -> statement.setString(place, it);
                case Long it -> statement.setLong(place, it);
                case BigInteger it -> statement.setBigDecimal(place, new BigDecimal(it));
                case BigDecimal it -> statement.setBigDecimal(place, it);
                case Double it -> statement.setDouble(place, it);
                case byte[] it -> statement.setBytes(place, it);
                case Instant it -> bind(statement, place, it);
                default -> statement.setObject(place, value);
            }
            place++;
        }
    }

    /** A column without a time zone holds what the moment is called in UTC, as it is read back. */
    private static void bind(PreparedStatement statement, int place, Instant moment) throws SQLException {
        OffsetDateTime inUtc = moment.atOffset(ZoneOffset.UTC);
        if (hasZone(statement, place)) {
            statement.setObject(place, inUtc);
        } else {
            statement.setObject(place, inUtc.toLocalDateTime());
        }
    }

    private static boolean hasZone(PreparedStatement statement, int place) throws SQLException {
        try {
            ParameterMetaData parameters = statement.getParameterMetaData();
            return parameters.getParameterType(place) == Types.TIMESTAMP_WITH_TIMEZONE
                    || isZoned(parameters.getParameterTypeName(place));
        } catch (SQLException driverCannotTell) {
            return false;
        }
    }

    private static boolean isZoned(@Nullable String typeName) {
        String name = String.valueOf(typeName).toLowerCase(Locale.ROOT);
        return name.equals("timestamptz") || name.endsWith("with time zone");
    }

    static @Nullable Object read(ResultSet rows, int column) throws SQLException {
        ResultSetMetaData data = rows.getMetaData();
        return switch (data.getColumnType(column)) {
            case Types.TIMESTAMP ->
                isZoned(data.getColumnTypeName(column)) ? moment(rows, column) : local(rows, column);
            case Types.TIMESTAMP_WITH_TIMEZONE -> moment(rows, column);
            default -> plain(rows.getObject(column));
        };
    }

    private static @Nullable Object moment(ResultSet rows, int column) throws SQLException {
        OffsetDateTime moment = rows.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable Object local(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        // SQLite keeps moments as whatever was given to it.
        return value instanceof java.sql.Timestamp ? rows.getObject(column, LocalDateTime.class) : plain(value);
    }

    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Byte it -> it.longValue();
            case Short it -> it.longValue();
            case Integer it -> it.longValue();
            case Float it -> it.doubleValue();
            case Boolean it -> it;
            case Long it -> it;
            case Double it -> it;
            case String it -> it;
            case BigInteger it -> it;
            case BigDecimal it -> it;
            case byte[] it -> it;
            case LocalDate it -> it;
            case LocalTime it -> it;
            case LocalDateTime it -> it;
            case Instant it -> it;
            case OffsetDateTime it -> it.toInstant();
            case UUID it -> it.toString();
            case java.sql.Date it -> it.toLocalDate();
            case java.sql.Time it -> it.toLocalTime();
            case java.sql.Timestamp it -> it.toLocalDateTime();
            case Blob it -> it.getBytes(1, Math.toIntExact(it.length()));
            case Clob it -> it.getSubString(1, Math.toIntExact(it.length()));
            case Array it -> array(it);
            default -> value.toString();
        };
    }

    private static List<@Nullable Object> array(Array array) throws SQLException {
        List<@Nullable Object> elements = new ArrayList<>();
        if (array.getArray() instanceof Object[] all) {
            for (Object element : all) {
                elements.add(plain(element));
            }
        }
        return elements;
    }
}
