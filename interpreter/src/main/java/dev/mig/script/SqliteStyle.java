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

/** How SQLite since 3.35 spells SQL: data only. */
final class SqliteStyle {
    private SqliteStyle() {}

    private static final Map<Plain, String> PLAIN_TYPES = Map.ofEntries(
            Map.entry(BOOLEAN, "boolean"),
            Map.entry(SMALLINT, "smallint"),
            Map.entry(INTEGER, "integer"),
            Map.entry(BIGINT, "bigint"),
            Map.entry(REAL, "real"),
            Map.entry(DOUBLE, "double"),
            Map.entry(TEXT, "text"),
            Map.entry(BLOB, "blob"),
            Map.entry(DATE, "date"),
            Map.entry(TIME, "time"),
            Map.entry(UUID, "text"),
            Map.entry(JSON, "text"));

    private static final TypeNames TYPES = new TypeNames(
            PLAIN_TYPES,
            "decimal(%d, %d)",
            "char(%d)",
            "varchar(%d)",
            "blob",
            "timestamp",
            "timestamp",
            "",
            "%s",
            // What it may hold is a condition of the column.
            "text",
            Set.of(),
            false,
            false,
            6,
            new TypeNames.Limits(9, 1_000_000, 1_000_000, 1_000_000_000, 1_000_000_000, 1_000_000_000));

    /** Version 4, of random bytes: https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-4. */
    private static final String UUID_EXPRESSION = "(lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' ||"
            + " substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) ||"
            + " substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))))";

    private static final Map<Word, String> WORDS = Map.of(
            Word.CURRENT_TIMESTAMP, "current_timestamp",
            Word.NOW, "current_timestamp",
            Word.CURRENT_DATE, "current_date",
            Word.CURRENT_TIME, "current_time",
            Word.GEN_RANDOM_UUID, UUID_EXPRESSION);

    /** Those of the <a href="https://www.sqlite.org/lang_keywords.html">keywords</a> that cannot stand for a name. */
    private static final Set<String> RESERVED = Set.of(
            "ADD",
            "ALL",
            "ALTER",
            "AND",
            "AS",
            "AUTOINCREMENT",
            "BETWEEN",
            "CASE",
            "CAST",
            "CHECK",
            "COLLATE",
            "COMMIT",
            "CONSTRAINT",
            "CREATE",
            "CROSS",
            "CURRENT_DATE",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "DEFAULT",
            "DEFERRABLE",
            "DELETE",
            "DISTINCT",
            "DROP",
            "ELSE",
            "ESCAPE",
            "EXCEPT",
            "EXISTS",
            "FALSE",
            "FOREIGN",
            "FROM",
            "FULL",
            "GROUP",
            "HAVING",
            "IF",
            "IN",
            "INDEX",
            "INNER",
            "INSERT",
            "INTERSECT",
            "INTO",
            "IS",
            "ISNULL",
            "JOIN",
            "LEFT",
            "LIMIT",
            "NATURAL",
            "NOT",
            "NOTHING",
            "NOTNULL",
            "NULL",
            "ON",
            "OR",
            "ORDER",
            "OUTER",
            "PRIMARY",
            "RAISE",
            "REFERENCES",
            "RETURNING",
            "RIGHT",
            "SELECT",
            "SET",
            "TABLE",
            "THEN",
            "TO",
            "TRANSACTION",
            "TRUE",
            "UNION",
            "UNIQUE",
            "UPDATE",
            "USING",
            "VALUES",
            "WHEN",
            "WHERE",
            "WITH");

    private static final SqlLexicon LEXICON = new SqlLexicon(
            false,
            false,
            true,
            true,
            false,
            false,
            false,
            false,
            SqlLexicon.DollarQuotes.NONE,
            false,
            SqlLexicon.CompoundBodies.TRIGGERS);

    /** Of a statement that found the file locked, or a table of a cache that is shared: https://www.sqlite.org/rescode.html. */
    private static final SessionStyle.LockRefusals BUSY = new SessionStyle.LockRefusals(Set.of(), Set.of(5, 6));

    private static final SessionStyle SESSION = new SessionStyle(
            List.of(),
            SessionStyle.Limit.millis("pragma busy_timeout = %d", "pragma busy_timeout = 0"),
            // Nothing in SQL limits how long a statement runs: the driver does.
            SessionStyle.Limit.none(),
            BUSY,
            SessionStyle.OneWriter.LOCKED_FILE);

    static final SqlStyle STYLE = new SqlStyle(
            Database.SQLITE,
            "SQLite",
            "\"",
            RESERVED,
            // A limit only on a whole statement: https://www.sqlite.org/limits.html
            new SqlStyle.NameLimit(1_000_000, false),
            TYPES,
            new Literals(false, "true", "false"),
            WORDS,
            Set.of(
                    Feature.TABLE_OPTIONS,
                    Feature.COLLATION,
                    Feature.STORED_GENERATED,
                    Feature.VIRTUAL_GENERATED,
                    Feature.GENERATED_STORAGE_WORD,
                    Feature.DEFERRABLE,
                    Feature.FLOATING_DECIMALS,
                    Feature.TYPELESS_VALUES,
                    Feature.ANY_LENGTH,
                    Feature.TABLE_WITHOUT_KEY,
                    Feature.VIEWS_FOLLOW,
                    Feature.PARTIAL_INDEX,
                    Feature.EXPRESSION_INDEX),
            SqlStyle.Ddl.TRANSACTIONAL,
            false,
            // The limit of versions before 3.32 is 999, of those that are about 32766.
            30_000,
            SESSION,
            LEXICON,
            OfflineStyle.SQLITE,
            List.of());
}
