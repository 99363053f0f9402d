package dev.mig.script;

import static dev.mig.model.ColumnType.Plain.BIGINT;
import static dev.mig.model.ColumnType.Plain.BLOB;
import static dev.mig.model.ColumnType.Plain.BOOLEAN;
import static dev.mig.model.ColumnType.Plain.DATE;
import static dev.mig.model.ColumnType.Plain.DOUBLE;
import static dev.mig.model.ColumnType.Plain.INTEGER;
import static dev.mig.model.ColumnType.Plain.INTERVAL;
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

/** How PostgreSQL 13 and later spells SQL: data only. */
final class PostgresqlStyle {
    private PostgresqlStyle() {}

    private static final Map<Plain, String> PLAIN_TYPES = Map.ofEntries(
            Map.entry(BOOLEAN, "boolean"),
            Map.entry(SMALLINT, "smallint"),
            Map.entry(INTEGER, "integer"),
            Map.entry(BIGINT, "bigint"),
            Map.entry(REAL, "real"),
            Map.entry(DOUBLE, "double precision"),
            Map.entry(TEXT, "text"),
            Map.entry(BLOB, "bytea"),
            Map.entry(DATE, "date"),
            Map.entry(TIME, "time"),
            Map.entry(INTERVAL, "interval"),
            Map.entry(UUID, "uuid"),
            Map.entry(JSON, "jsonb"));

    static final TypeNames TYPES = new TypeNames(
            PLAIN_TYPES,
            "numeric(%d, %d)",
            "char(%d)",
            "varchar(%d)",
            "bytea",
            "timestamp(%d)",
            "timestamptz(%d)",
            "%s[]",
            "%s",
            "",
            PostgresqlWords.NO_TYPES,
            true,
            true,
            6,
            // https://www.postgresql.org/docs/current/datatype.html; a bytea has no length
            new TypeNames.Limits(6, 1000, 1000, 10_485_760, 10_485_760, Integer.MAX_VALUE));

    static final Map<Word, String> WORDS = Map.of(
            Word.CURRENT_TIMESTAMP, "current_timestamp",
            Word.NOW, "current_timestamp",
            Word.CURRENT_DATE, "current_date",
            Word.CURRENT_TIME, "current_time",
            Word.GEN_RANDOM_UUID, "gen_random_uuid()");

    static final SqlLexicon LEXICON = new SqlLexicon(
            false,
            true,
            false,
            false,
            false,
            false,
            false,
            true,
            SqlLexicon.DollarQuotes.TAGGED,
            false,
            SqlLexicon.CompoundBodies.ATOMIC);

    static final Set<Feature> FEATURES = Set.of(
            Feature.COMMENT,
            Feature.TABLE_OPTIONS,
            Feature.COLLATION,
            Feature.STORED_GENERATED,
            Feature.VIRTUAL_GENERATED,
            Feature.GENERATED_STORAGE_WORD,
            Feature.GENERATED_STORAGE_REQUIRED,
            Feature.ENUM_ARRAY,
            Feature.DEFERRABLE,
            Feature.NOT_VALID,
            Feature.SET_SCHEMA,
            Feature.CONCURRENT_INDEX,
            Feature.INDEX_METHOD,
            Feature.INDEX_INCLUDE,
            Feature.UNIQUE_INDEX_INCLUDE,
            Feature.PARTIAL_INDEX,
            Feature.EXPRESSION_INDEX,
            Feature.OPERATOR_CLASS,
            Feature.INDEX_NULLS,
            Feature.RENAME_SEQUENCE,
            Feature.TABLE_WITHOUT_KEY,
            Feature.VIEWS_FOLLOW,
            Feature.ANONYMOUS_BLOCK,
            Feature.MATERIALIZED_VIEW,
            Feature.ENDED_BY_REFUSAL);

    /** Lock timeout, deadlock, serialization failure. */
    static final SessionStyle.LockRefusals LOCK_REFUSALS =
            new SessionStyle.LockRefusals(Set.of("55P03", "40P01", "40001"), Set.of());

    static final SessionStyle.Limit LOCK_LIMIT =
            SessionStyle.Limit.millis("set lock_timeout = %d", "reset lock_timeout");
    static final SessionStyle.Limit STATEMENT_LIMIT =
            SessionStyle.Limit.millis("set statement_timeout = %d", "reset statement_timeout");

    /** The driver cancels a statement at most once, which is lost if the server has not started the statement. */
    static final SessionStyle.Sessions SESSIONS =
            new SessionStyle.Sessions("select pg_backend_pid()", "select pg_cancel_backend(%d)", """
                select 'session ' || a.pid || ' of ' || coalesce(a.usename, '?')
                    || coalesce(' in ' || nullif(a.application_name, ''), '') || ' holds it'
                    || coalesce(' since ' || to_char(a.xact_start, 'HH24:MI:SS'), '') || ', '
                    || coalesce(a.state, 'busy') || coalesce(': ' || left(nullif(a.query, ''), 200), ''),
                  'if nobody needs it any more: select pg_terminate_backend(' || a.pid || ')'
                from pg_stat_activity a
                where a.pid not in (%d, pg_backend_pid()) and exists (
                  select from pg_locks l join pg_class c on c.oid = l.relation
                  where l.pid = a.pid and l.granted and c.relkind in ('r', 'p', 'm', 'i')
                    and position(lower(c.relname) in lower(?)) > 0)
                order by a.xact_start limit 3
                """);

    static final SessionStyle SESSION = new SessionStyle(
            List.of(
                    "set standard_conforming_strings = on",
                    // A killed client's statement would continue; before version 14 there is no such setting.
                    "select set_config(name, '2s', false) from pg_settings where name ="
                            + " 'client_connection_check_interval'"),
            LOCK_LIMIT,
            STATEMENT_LIMIT,
            LOCK_REFUSALS,
            SessionStyle.OneWriter.ADVISORY,
            SESSIONS);

    static final SqlStyle STYLE = new SqlStyle(
            Database.POSTGRESQL,
            "PostgreSQL",
            "\"",
            PostgresqlWords.RESERVED,
            new SqlStyle.NameLimit(63, true),
            TYPES,
            new Literals(false, "true", "false"),
            WORDS,
            FEATURES,
            SqlStyle.Ddl.TRANSACTIONAL,
            true,
            // https://www.postgresql.org/docs/current/limits.html
            65_535,
            SESSION,
            LEXICON,
            OfflineStyle.POSTGRESQL,
            List.of());
}
