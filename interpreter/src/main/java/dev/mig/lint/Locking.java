package dev.mig.lint;

import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import dev.mig.model.Database;
import java.util.List;

/** How a database locks tables during schema changes, which determines whether a change is noticed by users. */
enum Locking {
    /** Statements lock in different strength, and for most of what takes long there is a gentler way. */
    GRADED,
    /** Most changes let others write, some copy the table and let nobody. */
    ONLINE,
    /** Embedded, or locked whole for a moment: a lock is no matter. */
    WHOLE;

    private static final int ONE_BYTE_LENGTH = 255;
    private static final int MOST_BYTES_A_CHARACTER = 4;

    static Locking of(Database database) {
        return switch (database) {
            case POSTGRESQL, COCKROACHDB, YUGABYTEDB -> GRADED;
            case MYSQL, MARIADB -> ONLINE;
            case H2, SQLITE -> WHOLE;
        };
    }

    /** Whether a change of type writes every row again. */
    boolean rewrites(ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return false;
        }
        return switch (this) {
            case GRADED -> !isWiderInPlace(from, to);
            // The length of a varchar is kept in one byte up to 255 bytes, and in two above.
            case ONLINE ->
                !(from instanceof ColumnType.Varchar(int before)
                        && to instanceof ColumnType.Varchar(int after)
                        && after >= before
                        && isShort(before) == isShort(after));
            case WHOLE -> false;
        };
    }

    private static boolean isShort(int characters) {
        return characters * MOST_BYTES_A_CHARACTER <= ONE_BYTE_LENGTH;
    }

    private static boolean isWiderInPlace(ColumnType from, ColumnType to) {
        return switch (from) {
            case ColumnType.Varchar(int before) ->
                to == Plain.TEXT || (to instanceof ColumnType.Varchar(int after) && after >= before);
            case ColumnType.Decimal before ->
                to instanceof ColumnType.Decimal after
                        && after.scale() == before.scale()
                        && after.precision() >= before.precision();
            case ColumnType.Timestamp before ->
                to instanceof ColumnType.Timestamp after
                        && after.withTimeZone() == before.withTimeZone()
                        && after.precision() >= before.precision();
            case ColumnType it -> List.of(it).contains(to);
        };
    }
}
