package dev.mig.jdbc;

import dev.mig.model.SqlValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** Binds values so that each takes its column's type as the literal would. */
final class Parameters {
    private Parameters() {}

    /** From place {@code first}, which counts from 1. */
    static int bind(PreparedStatement statement, List<SqlValue> values, int first) throws SQLException {
        int place = first;
        for (SqlValue value : values) {
            switch (value) {
                case SqlValue.Text(String text) -> statement.setString(place, text);
                case SqlValue.Number(String written) -> number(statement, place, written);
                case SqlValue.Bool(boolean it) -> statement.setBoolean(place, it);
                case SqlValue.Null() -> statement.setNull(place, Types.NULL);
                case SqlValue.Default it -> throw notBound(it);
                case SqlValue.Keyword it -> throw notBound(it);
                case SqlValue.Expression it -> throw notBound(it);
                case SqlValue.Call it -> throw notBound(it);
            }
            place++;
        }
        return place;
    }

    private static void number(PreparedStatement statement, int place, String written) throws SQLException {
        BigDecimal number = new BigDecimal(written);
        boolean whole = number.scale() == 0;
        if (whole && number.precision() <= 18) {
            statement.setLong(place, number.longValueExact());
        } else if (whole) {
            statement.setBigDecimal(place, new BigDecimal(new BigInteger(written)));
        } else {
            statement.setBigDecimal(place, number);
        }
    }

    private static IllegalArgumentException notBound(SqlValue value) {
        return new IllegalArgumentException(value + " is SQL, not a value");
    }
}
