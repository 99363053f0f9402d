package dev.mig.script;

import dev.mig.model.SqlValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A SQL statement with values, which can be sent with parameters or shown with literals.
 *
 * @param texts what stands before, between and after the values: always one more than there are values
 */
public record BoundSql(List<String> texts, List<SqlValue> values) {
    public BoundSql {
        texts = List.copyOf(texts);
        values = List.copyOf(values);
        if (texts.size() != values.size() + 1) {
            throw new IllegalArgumentException(texts.size() + " texts around " + values.size() + " values");
        }
    }

    public static BoundSql of(String sql) {
        return new BoundSql(List.of(sql), List.of());
    }

    /** With a {@code ?} for each value. */
    public String parameterized() {
        return String.join("?", texts);
    }

    /** With each value as a literal of the database. */
    public String literal(SqlStyle style) {
        StringBuilder sql = new StringBuilder(texts.getFirst());
        for (int i = 0; i < values.size(); i++) {
            sql.append(style.literals().of(values.get(i))).append(texts.get(i + 1));
        }
        return sql.toString();
    }

    /** Builds a statement from left to right. */
    static final class Builder {
        private final List<String> texts = new ArrayList<>();
        private final List<SqlValue> values = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Builder sql(String more) {
            text.append(more);
            return this;
        }

        Builder value(SqlValue value) {
            texts.add(text.toString());
            text.setLength(0);
            values.add(value);
            return this;
        }

        Builder append(BoundSql other) {
            for (int i = 0; i < other.values.size(); i++) {
                sql(other.texts.get(i)).value(other.values.get(i));
            }
            return sql(other.texts.getLast());
        }

        BoundSql build() {
            List<String> all = new ArrayList<>(texts);
            all.add(text.toString());
            return new BoundSql(all, values);
        }
    }
}
