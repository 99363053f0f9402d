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
final class DdlTypes {
    private static final Pattern SIZED =
            Pattern.compile("([a-z][a-z0-9 ]*?) ?\\((\\d+)(?:, ?(\\d+))?\\)( with(?:out)? time zone)?");
    private static final String ARRAY = " array";

    private static final Map<String, ColumnType> EVERYWHERE = Map.of(
            "smallint", Plain.SMALLINT,
            "integer", Plain.INTEGER,
            "int", Plain.INTEGER,
            "bigint", Plain.BIGINT,
            "date", Plain.DATE,
            "double precision", Plain.DOUBLE,
            "double", Plain.DOUBLE);

    private static final Map<String, ColumnType> H2 = Map.of(
            "boolean", Plain.BOOLEAN,
            "real", Plain.REAL,
            "float(24)", Plain.REAL,
            "float(53)", Plain.DOUBLE,
            "character varying", Plain.TEXT,
            "blob", Plain.BLOB,
            "time(0)", Plain.TIME,
            "uuid", Plain.UUID,
            "json", Plain.JSON);

    private static final Map<String, ColumnType> POSTGRESQL = Map.ofEntries(
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

    private static final Map<String, ColumnType> MYSQL = Map.ofEntries(
            Map.entry("tinyint(1)", Plain.BOOLEAN),
            // This type name means a single bit here, not the portable boolean.
            Map.entry("bit", new ColumnType.Native("bit(1)")),
            Map.entry("float", Plain.REAL),
            Map.entry("float(23)", Plain.REAL),
            Map.entry("float(24)", Plain.REAL),
            Map.entry("float(53)", Plain.DOUBLE),
            Map.entry("longtext", Plain.TEXT),
            Map.entry("longblob", Plain.BLOB),
            Map.entry("time", Plain.TIME),
            Map.entry("time(0)", Plain.TIME),
            Map.entry("uuid", Plain.UUID),
            Map.entry("json", Plain.JSON));

    private static final Map<String, ColumnType> SQLITE = Map.of(
            "boolean", Plain.BOOLEAN,
            "real", Plain.REAL,
            "text", Plain.TEXT,
            "blob", Plain.BLOB,
            "time", Plain.TIME,
            "timestamp", new ColumnType.Timestamp(6, false));

    private enum Family {
        H2,
        POSTGRESQL,
        MYSQL,
        SQLITE
    }

    private final Family family;

    DdlTypes(Database database) {
        family = switch (database) {
            case H2 -> Family.H2;
            case POSTGRESQL, COCKROACHDB, YUGABYTEDB -> Family.POSTGRESQL;
            case MYSQL, MARIADB -> Family.MYSQL;
            case SQLITE -> Family.SQLITE;
        };
    }

    /** Whether a column with an inline enum has the portable type. */
    boolean hasInlineEnums() {
        return family == Family.MYSQL;
    }

    /** @param sql the type of one column, with its numbers and without constraints */
    ColumnType of(String sql) {
        String said = sql.strip();
        String words = said.toLowerCase(Locale.ROOT);
        if (words.endsWith(ARRAY) && (family == Family.H2 || family == Family.POSTGRESQL)) {
            return new ColumnType.Array(of(said.substring(0, said.length() - ARRAY.length())));
        }
        ColumnType known = own().getOrDefault(words, EVERYWHERE.get(words));
        if (known != null) {
            return known;
        }
        Matcher sized = SIZED.matcher(words);
        return sized.matches() ? sized(said, sized) : new ColumnType.Native(said);
    }

    private Map<String, ColumnType> own() {
        return switch (family) {
            case H2 -> H2;
            case POSTGRESQL -> POSTGRESQL;
            case MYSQL -> MYSQL;
            case SQLITE -> SQLITE;
        };
    }

    private ColumnType sized(String said, Matcher sized) {
        int number = Integer.parseInt(sized.group(2));
        int scale = sized.group(3) == null ? 0 : Integer.parseInt(sized.group(3));
        boolean zone = " with time zone".equals(sized.group(4));
        ColumnType itself = new ColumnType.Native(said);
        return switch (sized.group(1)) {
            case "numeric", "decimal" -> new ColumnType.Decimal(number, scale);
            case "char", "character" -> new ColumnType.Char(number);
            case "varchar", "character varying" -> new ColumnType.Varchar(number);
            case "varbinary" -> family == Family.H2 || family == Family.MYSQL ? new ColumnType.Binary(number) : itself;
            case "datetime" -> family == Family.MYSQL ? new ColumnType.Timestamp(number, false) : itself;
            case "timestamp" ->
                switch (family) {
                    case H2, POSTGRESQL -> new ColumnType.Timestamp(number, zone);
                    // There, a time without a time zone has another name.
                    case MYSQL -> new ColumnType.Timestamp(number, true);
                    case SQLITE -> itself;
                };
            default -> itself;
        };
    }
}
