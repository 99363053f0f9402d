package dev.mig.jdbc.inspect;

import java.math.BigInteger;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The current row of a query's result; reports a missing value of a column that must have one. */
final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    String text(String column) throws SQLException {
        String text = rows.getString(column);
        if (text == null) {
            throw new SQLException("the catalogue has no " + column);
        }
        return text;
    }

    @Nullable
    String textOrNull(String column) throws SQLException {
        return rows.getString(column);
    }

    /** As {@link #textOrNull}, and null too for an empty text: some catalogues know no other null. */
    @Nullable
    String wordsOrNull(String column) throws SQLException {
        String text = rows.getString(column);
        return text == null || text.isEmpty() ? null : text;
    }

    /** 0 for null. */
    int number(String column) throws SQLException {
        return rows.getInt(column);
    }

    /** 0 for null. */
    long longNumber(String column) throws SQLException {
        return rows.getLong(column);
    }

    @Nullable
    BigInteger integerOrNull(String column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? null : new BigInteger(text);
    }

    /** False for null. */
    boolean is(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    /** Whether a column of {@code YES} and {@code NO} says yes. */
    boolean yes(String column) throws SQLException {
        return "YES".equalsIgnoreCase(rows.getString(column));
    }

    /** The elements of an array of texts; none for null. */
    List<String> texts(String column) throws SQLException {
        Array array = rows.getArray(column);
        List<String> texts = new ArrayList<>();
        if (array != null) {
            for (Object element : (Object[]) array.getArray()) {
                texts.add(String.valueOf(element));
            }
        }
        return texts;
    }
}
