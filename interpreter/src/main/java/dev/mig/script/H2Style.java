package dev.mig.script;

import static dev.mig.model.ColumnType.Plain.BIGINT;
import static dev.mig.model.ColumnType.Plain.BLOB;
import static dev.mig.model.ColumnType.Plain.BOOLEAN;
import static dev.mig.model.ColumnType.Plain.DATE;
import static dev.mig.model.ColumnType.Plain.DOUBLE;
import static dev.mig.model.ColumnType.Plain.INTEGER;
import static dev.mig.model.ColumnType.Plain.JSON;
import static dev.mig.model.ColumnType.Plain.REAL;
import static dev.mig.model.ColumnType.Plain.SMALLINT;
import static dev.mig.model.ColumnType.Plain.TEXT;
import static dev.mig.model.ColumnType.Plain.TIME;
import static dev.mig.model.ColumnType.Plain.UUID;

import dev.mig.model.ColumnType.Plain;
import dev.mig.model.Database;
import dev.mig.syntax.tree.Value.Word;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How H2 2.x spells things: data, nothing else. */
final class H2Style {
    private H2Style() {}

    private static final Map<Plain, String> PLAIN_TYPES = Map.ofEntries(
            Map.entry(BOOLEAN, "boolean"),
            Map.entry(SMALLINT, "smallint"),
            Map.entry(INTEGER, "integer"),
            Map.entry(BIGINT, "bigint"),
            Map.entry(REAL, "real"),
            Map.entry(DOUBLE, "double precision"),
            // A CLOB cannot have a key or an index.
            Map.entry(TEXT, "character varying"),
            Map.entry(BLOB, "blob"),
            Map.entry(DATE, "date"),
            Map.entry(TIME, "time"),
            Map.entry(UUID, "uuid"),
            Map.entry(JSON, "json"));

    private static final TypeNames TYPES = new TypeNames(
            PLAIN_TYPES,
            "decimal(%d, %d)",
            "char(%d)",
            "varchar(%d)",
            "varbinary(%d)",
            "timestamp(%d)",
            "timestamp(%d) with time zone",
            "%s array",
            "%s format json",
            "",
            Set.of(),
            true,
            true,
            6,
            // https://h2database.com/html/datatypes.html
            new TypeNames.Limits(9, 100_000, 100_000, 1_000_000_000, 1_000_000_000, 1_000_000_000));

    private static final Map<Word, String> WORDS = Map.of(
            Word.CURRENT_TIMESTAMP, "current_timestamp",
            Word.NOW, "current_timestamp",
            Word.CURRENT_DATE, "current_date",
            Word.CURRENT_TIME, "current_time",
            Word.GEN_RANDOM_UUID, "random_uuid()");

    /** <a href="https://h2database.com/html/advanced.html#keywords">Keywords</a>; a test asks the H2 at hand. */
    private static final Set<String> RESERVED = Set.of(
            "ALL",
            "AND",
            "ANY",
            "ARRAY",
            "AS",
            "ASYMMETRIC",
            "AUTHORIZATION",
            "BETWEEN",
            "BOTH",
            "CASE",
            "CAST",
            "CHECK",
            "CONSTRAINT",
            "CROSS",
            "CURRENT_CATALOG",
            "CURRENT_DATE",
            "CURRENT_PATH",
            "CURRENT_ROLE",
            "CURRENT_SCHEMA",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "CURRENT_USER",
            "DAY",
            "DEFAULT",
            "DISTINCT",
            "ELSE",
            "END",
            "EXCEPT",
            "EXISTS",
            "FALSE",
            "FETCH",
            "FOR",
            "FOREIGN",
            "FROM",
            "FULL",
            "GROUP",
            "GROUPS",
            "HAVING",
            "HOUR",
            "IF",
            "ILIKE",
            "IN",
            "INNER",
            "INTERSECT",
            "INTERVAL",
            "IS",
            "JOIN",
            "KEY",
            "LEADING",
            "LEFT",
            "LIKE",
            "LIMIT",
            "LOCALTIME",
            "LOCALTIMESTAMP",
            "MINUS",
            "MINUTE",
            "MONTH",
            "NATURAL",
            "NOT",
            "NULL",
            "OFFSET",
            "ON",
            "OR",
            "ORDER",
            "OVER",
            "PARTITION",
            "PRIMARY",
            "QUALIFY",
            "RANGE",
            "REGEXP",
            "RIGHT",
            "ROW",
            "ROWNUM",
            "ROWS",
            "SECOND",
            "SELECT",
            "SESSION_USER",
            "SET",
            "SOME",
            "SYMMETRIC",
            "SYSTEM_USER",
            "TABLE",
            "TO",
            "TOP",
            "TRAILING",
            "TRUE",
            "UESCAPE",
            "UNION",
            "UNIQUE",
            "UNKNOWN",
            "USER",
            "USING",
            "VALUE",
            "VALUES",
            "WHEN",
            "WHERE",
            "WINDOW",
            "WITH",
            "YEAR",
            "_ROWID_");

    private static final SqlLexicon LEXICON = new SqlLexicon(
            false,
            false,
            true,
            false,
            false,
            false,
            true,
            true,
            SqlLexicon.DollarQuotes.PLAIN,
            false,
            SqlLexicon.CompoundBodies.NONE);

    private static final SessionStyle SESSION = new SessionStyle(
            List.of(),
            // What a database begins with: https://h2database.com/html/commands.html#set_default_lock_timeout
            SessionStyle.Limit.millis("set lock_timeout %d", "set lock_timeout 2000"),
            SessionStyle.Limit.millis("set query_timeout %d", "set query_timeout 0"),
            new SessionStyle.LockRefusals(Set.of("HYT00", "40001"), Set.of()),
            SessionStyle.OneWriter.LOCKED_ROW);

    static final SqlStyle STYLE = new SqlStyle(
            Database.H2,
            "H2",
            "\"",
            RESERVED,
            new SqlStyle.NameLimit(256, false),
            TYPES,
            new Literals(false, "true", "false"),
            WORDS,
            Set.of(
                    Feature.COMMENT,
                    Feature.INLINE_COLUMN_COMMENT,
                    Feature.TABLE_OPTIONS,
                    Feature.STORED_GENERATED,
                    Feature.UNIQUE_INDEX_INCLUDE,
                    Feature.INDEX_NULLS,
                    Feature.TABLE_WITHOUT_KEY,
                    Feature.MATERIALIZED_VIEW),
            // Every DDL commits: https://h2database.com/html/advanced.html#transaction_isolation
            SqlStyle.Ddl.COMMITS_ALL,
            false,
            30_000,
            SESSION,
            LEXICON,
            OfflineStyle.H2,
            List.of());
}
