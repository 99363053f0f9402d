package dev.mig.script;

import java.util.ArrayList;
import java.util.List;

/**
 * How a database spells what stands around the statements of a script that people run by hand: data only.
 *
 * <p>In the guard, <code>{wrong}</code> stands for a condition under which it must fail, <code>{message}</code> for why,
 * as a string, and <code>{name}</code> for the same as a name, where a string cannot be said: it is as long as names may
 * be.
 *
 * @param client runs a file and stops at the first error; it reads FILE
 * @param preamble statements before all others, so that the client reads the file as it is meant
 * @param begin opens a transaction; <code>{table}</code> is the version table, for who wants to hold it until the end
 * @param guard statements of which one fails, and changes nothing
 */
public record OfflineStyle(
        String client, List<String> preamble, List<String> begin, String commit, List<String> guard) {
    public OfflineStyle {
        begin = List.copyOf(begin);
        preamble = List.copyOf(preamble);
        guard = List.copyOf(guard);
    }

    /** The same, with statements that tell the session how to read what follows. */
    OfflineStyle openedBy(List<String> statements) {
        List<String> all = new ArrayList<>(preamble);
        all.addAll(statements);
        return new OfflineStyle(client, all, begin, commit, guard);
    }

    private static final String FILL = "insert into mig_guard select case when {wrong} then 0 else 1 end";

    /** A second script, or a run, waits for the version table until the transaction ends. */
    public static final OfflineStyle POSTGRESQL = new OfflineStyle(
            "psql -v ON_ERROR_STOP=1 -f FILE",
            List.of("set client_encoding = 'UTF8'", "set standard_conforming_strings = on"),
            List.of("begin", "lock table {table} in share row exclusive mode"),
            "commit",
            List.of("""
                do {quote}
                begin
                  if {wrong} then
                    raise exception using message = {message};
                  end if;
                end
                {quote}\
                """));

    /** CockroachDB and YugabyteDB have no such locks, but transactions that notice each other. */
    public static final OfflineStyle POSTGRESQL_RELATIVE = new OfflineStyle(
            POSTGRESQL.client(), POSTGRESQL.preamble(), List.of("begin"), POSTGRESQL.commit(), POSTGRESQL.guard());

    /** SIGNAL is only for stored programs; instead, a check fails whose name gives the reason. */
    public static final OfflineStyle MYSQL = new OfflineStyle(
            "mysql DATABASE < FILE",
            List.of("set names utf8mb4"),
            List.of("start transaction"),
            "commit",
            List.of(
                    "drop temporary table if exists mig_guard",
                    "create temporary table mig_guard (ok integer, constraint {name} check (ok = 1))",
                    FILL));

    public static final OfflineStyle MARIADB =
            new OfflineStyle("mariadb DATABASE < FILE", MYSQL.preamble(), MYSQL.begin(), MYSQL.commit(), MYSQL.guard());

    /** Without {@code -bail} the client continues after an error. */
    public static final OfflineStyle SQLITE = new OfflineStyle(
            "sqlite3 -bail DATABASE < FILE",
            List.of(),
            List.of("begin immediate"),
            "commit",
            List.of(
                    "drop table if exists temp.mig_guard",
                    "create temporary table mig_guard (ok integer, constraint {name} check (ok = 1))",
                    FILL));

    public static final OfflineStyle H2 = new OfflineStyle(
            "java -cp h2.jar org.h2.tools.RunScript -url URL -user USER -script FILE",
            List.of(),
            List.of("begin"),
            "commit",
            List.of("call case when {wrong} then signal('45000', {message}) end"));
}
