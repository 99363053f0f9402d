package dev.mig.entities.hibernate;

import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import dev.mig.model.Database;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types that Hibernate's dialects write into a {@code create table}, in portable words wherever these mean the same
 * type on that database. Every other one stays what it is, said on purpose: the application's Hibernate is right.
 */
record DdlTypes(Database database) {
    private static final Pattern SIZED =
            Pattern.compile("([a-z][a-z0-9 ]*?) ?\\((\\d+)(?:, ?(\\d+))?\\)( with(?:out)? time zone)?");

    private static final Map<String, Plain> EVERYWHERE = Map.of(
            "smallint", Plain.SMALLINT,
            "integer", Plain.INTEGER,
            "int", Plain.INTEGER,
            "bigint", Plain.BIGINT,
            "date", Plain.DATE,
            "double precision", Plain.DOUBLE,
            "double", Plain.DOUBLE);

    private static final Map<String, Plain> H2 = Map.of(
            "boolean", Plain.BOOLEAN,
            "real", Plain.REAL,
            "float(24)", Plain.REAL,
            "float(53)", Plain.DOUBLE,
            "character varying", Plain.TEXT,
            "blob", Plain.BLOB,
            "time(0)", Plain.TIME,
            "uuid", Plain.UUID,
            "json", Plain.JSON);

    private static final Map<String, Plain> POSTGRESQL = Map.ofEntries(
            Map.entry("boolean", Plain.BOOLEAN),
            Map.entry("real", Plain.REAL),
            Map.entry("float4", Plain.REAL),
            Map.entry("float(24)", Plain.REAL),
            Map.entry("float8", Plain.DOUBLE),
            Map.entry("float(53)", Plain.DOUBLE),
            Map.entry("text", Plain.TEXT),
            Map.entry("bytea", Plain.BLOB),
            Map.entry("time", Plain.TIME),
            Map.entry("interval", Plain.INTERVAL),
            Map.entry("uuid", Plain.UUID),
            Map.entry("jsonb", Plain.JSON));

    private static final Map<String, Plain> MYSQL = Map.ofEntries(
            Map.entry("tinyint(1)", Plain.BOOLEAN),
            Map.entry("float", Plain.REAL),
            Map.entry("float(23)", Plain.REAL),
            Map.entry("float(24)", Plain.REAL),
            Map.entry("float(53)", Plain.DOUBLE),
            Map.entry("longtext", Plain.TEXT),
            Map.entry("longblob", Plain.BLOB),
            Map.entry("time", Plain.TIME),
            Map.entry("time(0)", Plain.TIME),
            Map.entry("json", Plain.JSON));

    private static final Map<String, Plain> SQLITE = Map.of(
            "boolean", Plain.BOOLEAN,
            "real", Plain.REAL,
            "text", Plain.TEXT,
            "blob", Plain.BLOB,
            "time", Plain.TIME);

    /** @param sql of one column, with its numbers and without its constraints */
    ColumnType of(String sql) {
        String words = sql.strip().toLowerCase(Locale.ROOT);
        if (words.endsWith(" array") && hasArrays()) {
            return new ColumnType.Array(of(words.substring(0, words.length() - " array".length())));
        }
        Plain plain = own().getOrDefault(words, EVERYWHERE.get(words));
        if (plain != null) {
            return plain;
        }
        Matcher sized = SIZED.matcher(words);
        return sized.matches() ? sized(sql.strip(), sized) : unsized(sql.strip(), words);
    }

    /** Whether a column itself names the values of its enum, and that is the portable one. */
    boolean hasInlineEnums() {
        return own() == MYSQL;
    }

    private Map<String, Plain> own() {
        return switch (database) {
            case H2 -> H2;
            case POSTGRESQL, COCKROACHDB, YUGABYTEDB -> POSTGRESQL;
            case MYSQL, MARIADB -> MYSQL;
            case SQLITE -> SQLITE;
        };
    }

    private boolean hasArrays() {
        return own() == H2 || own() == POSTGRESQL;
    }

    private ColumnType sized(String sql, Matcher sized) {
        int number = Integer.parseInt(sized.group(2));
        int scale = sized.group(3) == null ? 0 : Integer.parseInt(sized.group(3));
        boolean zone = " with time zone".equals(sized.group(4));
        boolean server = own() == H2 || own() == POSTGRESQL;
        return switch (sized.group(1)) {
            case "numeric", "decimal" -> new ColumnType.Decimal(number, scale);
            case "char", "character" -> new ColumnType.Char(number);
            case "varchar", "character varying" -> new ColumnType.Varchar(number);
            case "varbinary" ->
                own() == H2 || own() == MYSQL ? new ColumnType.Binary(number) : new ColumnType.Native(sql);
            case "timestamp" -> server ? new ColumnType.Timestamp(number, zone) : stamp(sql, number);
            case "datetime" -> own() == MYSQL ? new ColumnType.Timestamp(number, false) : new ColumnType.Native(sql);
            default -> new ColumnType.Native(sql);
        };
    }

    /** What is called a timestamp where a time without a zone is called otherwise. */
    private ColumnType stamp(String sql, int digits) {
        return own() == MYSQL ? new ColumnType.Timestamp(digits, true) : new ColumnType.Native(sql);
    }

    private ColumnType unsized(String sql, String words) {
        return switch (words) {
            case "timestamp" -> own() == SQLITE ? new ColumnType.Timestamp(6, false) : new ColumnType.Native(sql);
            case "bit" -> own() == MYSQL ? new ColumnType.Native("bit(1)") : new ColumnType.Native(sql);
            case "uuid" -> database == Database.MARIADB ? Plain.UUID : new ColumnType.Native(sql);
            default -> new ColumnType.Native(sql);
        };
    }
}
