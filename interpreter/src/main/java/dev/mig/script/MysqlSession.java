package dev.mig.script;

import java.util.List;
import java.util.Set;

/** Session settings for MySQL and MariaDB: data only. */
final class MysqlSession {
    private MysqlSession() {}

    /**
     * The same SQL means the same whatever a server's own settings are: <code>||</code> joins texts, <code>"…"</code>
     * quotes names, a backslash escapes, a 0 in an identity is a 0, what does not fit is refused, and the time is UTC.
     * Dates of zeros stay as welcome as they are to old tables.
     */
    static final List<String> OPENING = List.of(
            "set session sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,NO_AUTO_VALUE_ON_ZERO,STRICT_TRANS_TABLES,"
                    + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
            "set session time_zone = '+00:00'");

    /** 1205: waited too long; 1213: lost a deadlock; 3572: did not want to wait. */
    private static final SessionStyle.LockRefusals REFUSALS =
            new SessionStyle.LockRefusals(Set.of(), Set.of(1205, 1213, 3572));

    private static final SessionStyle.Limit LOCK_LIMIT = SessionStyle.Limit.seconds(
            List.of("set session lock_wait_timeout = %d", "set session innodb_lock_wait_timeout = %d"),
            List.of("set session lock_wait_timeout = default", "set session innodb_lock_wait_timeout = default"));

    /** Which of them holds the very lock only the performance schema tells, which is off on many a server. */
    private static final SessionStyle.Sessions SESSIONS =
            new SessionStyle.Sessions("select connection_id()", "kill query %d", """
                select concat('session ', p.id, ' of ', p.user, '@', p.host, ' has had a transaction open since ',
                    time(t.trx_started), ' and ', coalesce(concat('runs: ', left(p.info, 200)), 'waits for its client')),
                  concat('if nobody needs it any more: kill ', p.id)
                from information_schema.innodb_trx t
                  join information_schema.processlist p on p.id = t.trx_mysql_thread_id
                where p.id not in (%d, connection_id()) and p.db = database() and ? <> ''
                order by t.trx_started limit 3
                """);

    static final SessionStyle MYSQL = new SessionStyle(
            OPENING,
            LOCK_LIMIT,
            // max_execution_time stops queries only:
            // https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html
            SessionStyle.Limit.none(),
            REFUSALS,
            SessionStyle.OneWriter.NAMED,
            SESSIONS);

    static final SessionStyle MARIADB = new SessionStyle(
            OPENING,
            LOCK_LIMIT,
            SessionStyle.Limit.seconds(
                    List.of("set session max_statement_time = %d"),
                    List.of("set session max_statement_time = default")),
            REFUSALS,
            SessionStyle.OneWriter.NAMED,
            SESSIONS);
}
