package dev.mig.model;

import java.util.List;

/** A portable column type, independent of any database's spelling. */
public sealed interface ColumnType {

    /** A type without arguments. */
    enum Plain implements ColumnType {
        BOOLEAN,
        SMALLINT,
        INTEGER,
        BIGINT,
        REAL,
        DOUBLE,
        TEXT,
        BLOB,
        DATE,
        TIME,
        INTERVAL,
        UUID,
        JSON
    }

    /** @param scale digits after the point, 0 where only the precision was given */
    record Decimal(int precision, int scale) implements ColumnType {}

    /** @param length in characters */
    record Char(int length) implements ColumnType {}

    /** @param length in characters; a varchar without a length is {@link Plain#TEXT} */
    record Varchar(int length) implements ColumnType {}

    /** @param length in bytes */
    record Binary(int length) implements ColumnType {}

    /** @param precision digits of the second's fraction, 6 where left out */
    record Timestamp(int precision, boolean withTimeZone) implements ColumnType {}

    record Array(ColumnType element) implements ColumnType {}

    /** @param values in order, as the replayed schema knows them; empty where it does not */
    record Enum(QualifiedIdentifier name, List<String> values) implements ColumnType {
        public Enum {
            values = List.copyOf(values);
        }
    }

    /** A type in the words of one database. */
    record Native(String sql) implements ColumnType {}
}
