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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How MySQL from 8.0.19 and MariaDB from 10.7 spell SQL: data only. */
final class MysqlStyle {
    private MysqlStyle() {}

    private static final SqlStyle.NameLimit NAMES = new SqlStyle.NameLimit(64, false, false);

    /** Ids differ by their case, and texts hold anything, whatever the database is made for. */
    private static final List<String> OWN_TABLES = List.of("character set utf8mb4 collate utf8mb4_bin");

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
                    Feature.TABLE_WITHOUT_KEY,
                    Feature.GENERATED_NOT_NULL,
                    Feature.SET_SCHEMA,
                    Feature.INDEX_KIND,
                    Feature.INDEX_PREFIX,
                    Feature.EXPRESSION_INDEX,
                    Feature.ONE_RESULT_AT_A_TIME),
            // https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html
            SqlStyle.Ddl.COMMITS_ALL,
            true,
            60_000,
            MysqlSession.MYSQL,
            LEXICON,
            OfflineStyle.MYSQL.openedBy(MysqlSession.OPENING),
            OWN_TABLES);

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
                    Feature.TABLE_WITHOUT_KEY,
                    Feature.SET_SCHEMA,
                    Feature.INDEX_KIND,
                    Feature.INDEX_PREFIX,
                    Feature.UNIQUE_TEXT,
                    Feature.PLAIN_TEXT_DEFAULT,
                    Feature.SEQUENCE,
                    Feature.RENAME_SEQUENCE,
                    Feature.INDEX_IF_NOT_EXISTS,
                    Feature.PART_IF_EXISTS,
                    Feature.RENAME_FOLLOWED,
                    Feature.ONE_RESULT_AT_A_TIME),
            // https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/
            MYSQL.ddl(),
            true,
            MYSQL.mostParameters(),
            MysqlSession.MARIADB,
            LEXICON,
            OfflineStyle.MARIADB.openedBy(MysqlSession.OPENING),
            OWN_TABLES);

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
                Set.of(),
                false,
                false,
                0,
                new TypeNames.Limits(6, 65, 30, 255, 65_532, 65_532));
    }
}
