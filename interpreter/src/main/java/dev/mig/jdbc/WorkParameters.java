package dev.mig.jdbc;

import dev.mig.script.Feature;
import dev.mig.script.SqlStyle;
import dev.mig.script.UtcText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Binds a script's values as statement parameters, with the same effect as the literal in the statement. */
final class WorkParameters {
    /** Beyond this, a decimal has more digits than a literal may have. */
    private static final double LARGEST_DECIMAL = 1e15;

    private static final double SMALLEST_DECIMAL = 1e-15;

    private final PreparedStatement statement;
    private final SqlStyle style;
    private @Nullable ParameterMetaData told;

    WorkParameters(PreparedStatement statement, SqlStyle style) {
        this.statement = statement;
        this.style = style;
    }

    void bind(List<? extends @Nullable Object> values) throws SQLException {
        int place = 1;
        for (Object value : values) {
            switch (value) {
                case null -> statement.setNull(place, Types.NULL);
                case Boolean it -> statement.setBoolean(place, it);
                case String it -> text(place, it);
                // A function of a smaller number takes no larger one:
                // https://www.postgresql.org/docs/current/typeconv-func.html
                case Long it when it == it.intValue() -> statement.setInt(place, it.intValue());
                case Long it -> statement.setLong(place, it);
                case BigInteger it -> statement.setBigDecimal(place, new BigDecimal(it));
                case BigDecimal it -> statement.setBigDecimal(place, it);
                case Double it -> number(place, it);
                case byte[] it -> statement.setBytes(place, it);
                case Instant it -> moment(place, it);
                default -> statement.setObject(place, value);
            }
            place++;
        }
    }

    private void text(int place, String text) throws SQLException {
        // Bytes are parsed as JSON, whereas text would become a JSON string.
        if (style.types().readsJsonFromText() || !typeName(place).equals("json")) {
            statement.setString(place, text);
        } else {
            statement.setBytes(place, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A decimal keeps every digit, whereas a floating-point number rounds. */
    private void number(int place, double number) throws SQLException {
        double size = Math.abs(number);
        if (style.has(Feature.TYPELESS_VALUES) || size > LARGEST_DECIMAL || size < SMALLEST_DECIMAL) {
            statement.setDouble(place, number);
        } else {
            statement.setBigDecimal(place, BigDecimal.valueOf(number));
        }
    }

    /** A column without a time zone stores the UTC time, as it is read back. */
    private void moment(int place, Instant moment) throws SQLException {
        OffsetDateTime inUtc = moment.atOffset(ZoneOffset.UTC);
        if (style.has(Feature.TYPELESS_VALUES)) {
            statement.setString(place, UtcText.of(inUtc));
        } else if (style.types().readsOffsets() && WorkValues.isZoned(typeName(place))) {
            statement.setObject(place, inUtc);
        } else {
            statement.setObject(place, inUtc.toLocalDateTime());
        }
    }

    /** Queried once per statement: some drivers ask the server. */
    private String typeName(int place) {
        try {
            if (told == null) {
                told = statement.getParameterMetaData();
            }
            return String.valueOf(told.getParameterTypeName(place)).toLowerCase(Locale.ROOT);
        } catch (SQLException driverCannotTell) {
            return "";
        }
    }
}
