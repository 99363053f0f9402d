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
import dev.mig.syntax.Value.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How MySQL from 8.0.19 and MariaDB from 10.7 spell things: data, nothing else. */
final class MysqlStyle {
    private MysqlStyle() {}

    /**
     * The same SQL means the same whatever a server's own settings are: <code>||</code> joins texts, <code>"…"</code>
     * quotes names, a backslash escapes, a 0 in an identity is a 0, what does not fit is refused, and the time is UTC.
     * Dates of zeros stay as welcome as they are to old tables.
     */
    static final List<String> OPENING = List.of(
            "set session sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,NO_AUTO_VALUE_ON_ZERO,STRICT_TRANS_TABLES,"
                    + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
            "set session time_zone = '+00:00'");

    private static final SqlStyle.NameLimit NAMES = new SqlStyle.NameLimit(64, false);

    private static final Literals LITERALS = new Literals(true, "true", "false");

    private static final Map<Word, String> WORDS = Map.of(
            Word.CURRENT_TIMESTAMP, "current_timestamp",
            Word.NOW, "current_timestamp",
            Word.CURRENT_DATE, "current_date",
            Word.CURRENT_TIME, "current_time",
            Word.GEN_RANDOM_UUID, "uuid()");

    private static final SqlLexicon LEXICON = new SqlLexicon(
            true,
            false,
            true,
            false,
            true,
            true,
            false,
            false,
            SqlLexicon.DollarQuotes.NONE,
            true,
            SqlLexicon.CompoundBodies.PROGRAMS);

    /** 1205: waited too long; 1213: lost a deadlock; 3572: did not want to wait. */
    private static final SessionStyle.LockRefusals REFUSALS =
            new SessionStyle.LockRefusals(Set.of(), Set.of(1205, 1213, 3572));

    private static final SessionStyle.Limit LOCK_LIMIT = SessionStyle.Limit.seconds(
            "set session lock_wait_timeout = %d", "set session innodb_lock_wait_timeout = %d");

    static final SqlStyle MYSQL = new SqlStyle(
            Database.MYSQL,
            "MySQL",
            "`",
            MysqlWords.MYSQL,
            NAMES,
            types("char(36)"),
            LITERALS,
            WORDS,
            Set.of(
                    Feature.COMMENT,
                    Feature.INLINE_COLUMN_COMMENT,
                    Feature.TABLE_OPTIONS,
                    Feature.COLLATION,
                    Feature.STORED_GENERATED,
                    Feature.VIRTUAL_GENERATED,
                    Feature.GENERATED_STORAGE_WORD,
                    Feature.GENERATED_NOT_NULL,
                    Feature.SET_SCHEMA,
                    Feature.EXPRESSION_INDEX),
            // https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html
            false,
            true,
            60_000,
            new SessionStyle(
                    OPENING,
                    LOCK_LIMIT,
                    // It stops queries only: https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html
                    SessionStyle.Limit.millis("set session max_execution_time = %d"),
                    REFUSALS,
                    SessionStyle.OneWriter.NAMED),
            LEXICON,
            OfflineStyle.MYSQL.openedBy(OPENING));

    static final SqlStyle MARIADB = new SqlStyle(
            Database.MARIADB,
            "MariaDB",
            MYSQL.quote(),
            MysqlWords.MARIADB,
            NAMES,
            types("uuid"),
            LITERALS,
            WORDS,
            Set.of(
                    Feature.COMMENT,
                    Feature.INLINE_COLUMN_COMMENT,
                    Feature.TABLE_OPTIONS,
                    Feature.COLLATION,
                    Feature.STORED_GENERATED,
                    Feature.VIRTUAL_GENERATED,
                    Feature.GENERATED_STORAGE_WORD,
                    Feature.SET_SCHEMA,
                    Feature.TEXT_INDEX,
                    Feature.PLAIN_TEXT_DEFAULT,
                    Feature.SEQUENCE,
                    Feature.RENAME_SEQUENCE,
                    Feature.INDEX_IF_NOT_EXISTS,
                    Feature.PART_IF_EXISTS,
                    Feature.RENAME_FOLLOWED),
            // https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/
            false,
            true,
            MYSQL.mostParameters(),
            new SessionStyle(
                    OPENING,
                    LOCK_LIMIT,
                    SessionStyle.Limit.seconds("set session max_statement_time = %d"),
                    REFUSALS,
                    SessionStyle.OneWriter.NAMED),
            LEXICON,
            OfflineStyle.MARIADB.openedBy(OPENING));

    private static TypeNames types(String uuid) {
        Map<Plain, String> plain = new HashMap<>(Map.ofEntries(
                Map.entry(BOOLEAN, "tinyint(1)"),
                Map.entry(SMALLINT, "smallint"),
                Map.entry(INTEGER, "integer"),
                Map.entry(BIGINT, "bigint"),
                Map.entry(REAL, "float"),
                Map.entry(DOUBLE, "double"),
                Map.entry(TEXT, "longtext"),
                Map.entry(BLOB, "longblob"),
                Map.entry(DATE, "date"),
                Map.entry(TIME, "time"),
                Map.entry(JSON, "json")));
        plain.put(UUID, uuid);
        return new TypeNames(
                plain,
                "decimal(%d, %d)",
                "char(%d)",
                "varchar(%d)",
                "varbinary(%d)",
                "datetime(%d)",
                "timestamp(%d)",
                "",
                "%s",
                "enum%s",
                false,
                false,
                0,
                new TypeNames.Limits(6, 65, 30, 255, 65_532, 65_532));
    }
}
