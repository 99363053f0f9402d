package dev.mig.script;

import static dev.mig.model.ColumnType.Plain.BOOLEAN;

import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which type conversions PostgreSQL applies by itself when a column changes its type, and which need a {@code using}
 * clause.
 *
 * <p>What {@code pg_cast} says of the portable types: <a
 * href="https://www.postgresql.org/docs/current/sql-createcast.html">assignment and explicit casts</a>.
 */
final class PostgresqlCasts {
    private PostgresqlCasts() {}

    /** What has to be written so that the values are converted. */
    sealed interface Cast {}

    /** Nothing: the database converts them by itself. */
    record Assignment() implements Cast {}

    /**
     * The conversion, spelled out.
     *
     * @param over a type to go over on the way, as SQL spells it; null for none
     */
    record Explicit(@Nullable String over) implements Cast {}

    /**
     * There is no conversion: only an expression can say what becomes of the values.
     *
     * @param from which is known then
     */
    record None(ColumnType from) implements Cast {}

    private static final Set<Plain> WHOLE_OR_FLOATING =
            EnumSet.of(Plain.SMALLINT, Plain.INTEGER, Plain.BIGINT, Plain.REAL, Plain.DOUBLE);

    /** @param from null where nobody knows it */
    static Cast between(@Nullable ColumnType from, ColumnType to) {
        if (isText(to)) {
            // Everything converts to text implicitly; an explicit cast would silently truncate.
            return new Assignment();
        }
        if (from == null || from instanceof ColumnType.Native || to instanceof ColumnType.Native) {
            boolean lengthOfItsOwn = to instanceof ColumnType.Native(String sql) && sql.contains("(");
            return lengthOfItsOwn ? new Assignment() : new Explicit(null);
        }
        if (from.equals(to) || (isNumber(from) && isNumber(to)) || isMoment(from, to)) {
            return new Assignment();
        }
        if (isText(from)) {
            return new Explicit(null);
        }
        if (from instanceof ColumnType.Enum && to instanceof ColumnType.Enum) {
            return new Explicit("text");
        }
        if (from instanceof ColumnType.Array(ColumnType one) && to instanceof ColumnType.Array(ColumnType other)) {
            return between(one, other);
        }
        if (isBytes(from) && isBytes(to)) {
            return new Assignment();
        }
        if (from == BOOLEAN && isNumber(to)) {
            return new Explicit(to == Plain.INTEGER ? null : "integer");
        }
        if (to == BOOLEAN && WHOLE_OR_FLOATING.contains(from)) {
            return new Explicit(from == Plain.INTEGER ? null : "integer");
        }
        if (from == Plain.JSON && (to == BOOLEAN || isNumber(to))) {
            return new Explicit(null);
        }
        return new None(from);
    }

    private static boolean isText(ColumnType type) {
        return type == Plain.TEXT || type instanceof ColumnType.Varchar || type instanceof ColumnType.Char;
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof ColumnType.Decimal || (type instanceof Plain it && WHOLE_OR_FLOATING.contains(it));
    }

    private static boolean isBytes(ColumnType type) {
        return type == Plain.BLOB || type instanceof ColumnType.Binary;
    }

    /** A date gains a time, and a timestamp loses it. */
    private static boolean isMoment(ColumnType from, ColumnType to) {
        boolean fromStamp = from instanceof ColumnType.Timestamp;
        boolean toStamp = to instanceof ColumnType.Timestamp;
        return (fromStamp && (toStamp || to == Plain.DATE || to == Plain.TIME))
                || (toStamp && from == Plain.DATE)
                || (from == Plain.TIME && to == Plain.INTERVAL)
                || (from == Plain.INTERVAL && to == Plain.TIME);
    }
}
