package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database on a PostgreSQL server: on one of the tests' own, started once for all of a JVM, or on the one that
 * {@code MIG_TEST_POSTGRES_URL} leads to, with user and password in it, where databases are then made and dropped.
 *
 * @param database how it is spoken to: it understands what its relatives are told
 */
record TestPostgres(ConnectionSettings access, Database database) implements TestDatabase {
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** A new and empty database. */
    static TestPostgres create() {
        return create(Database.POSTGRESQL);
    }

    static TestPostgres create(Database database) {
        String name = "mig_test_" + ProcessHandle.current().pid() + "_" + NEXT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(Server.URL);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (!Server.OWN) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(name)));
        }
        String url = Server.URL.replaceFirst("(jdbc:postgresql://[^/]*/)[^?]*", "$1" + name);
        return new TestPostgres(new ConnectionSettings(new ConnectionUrl(url), null, null), database);
    }

    private static void drop(String name) {
        try (Connection connection = DriverManager.getConnection(Server.URL);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database " + name + " with (force)");
        } catch (SQLException e) {
            System.err.println("the database " + name + " of the tests is still there: " + e.getMessage());
        }
    }

    /** Started when the first test asks. */
    private static final class Server {
        private static final String THEIRS = System.getenv("MIG_TEST_POSTGRES_URL");
        static final boolean OWN = THEIRS == null;
        static final String URL = OWN ? start() : THEIRS;

        private static String start() {
            try {
                // It ends with the JVM; what it holds need not outlive a power cut.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start()
                        .getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public Dialect dialect() {
        return Revisions.dialect(database);
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        List<String> schemas = lines(
                connection,
                "select quote_ident(nspname) from pg_namespace where nspname !~ '^pg_' and nspname <>"
                        + " 'information_schema'");
        try (Statement statement = connection.createStatement()) {
            for (String schema : schemas) {
                statement.execute("drop schema " + schema + " cascade");
            }
            statement.execute("create schema public");
        }
    }

    @Override
    public List<String> structure(Connection connection) throws SQLException {
        return lines(connection, STRUCTURE);
    }

    @Override
    public String slow() {
        return "  sql \"\"\" select pg_sleep(3600) \"\"\" reverse nothing";
    }

    private static List<String> lines(Connection connection, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    /** The catalogue's own words, which are what {@code pg_dump} is made of. */
    private static final String STRUCTURE = """
        with ours as (
          select c.*, n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            and c.relname !~ '^(alembic_version|mig_journal)'
        )
        select 'schema ' || nspname from pg_namespace
          where nspname !~ '^pg_' and nspname <> 'information_schema'
        union all
        select 'relation ' || oid::regclass || ' ' || relkind::text || coalesce(' ' || obj_description(oid, 'pg_class'), '')
          || coalesce(' ' || pg_get_partkeydef(oid), '') || coalesce(' ' || array_to_string(reloptions, ','), '')
          from ours o where relkind in ('r', 'p', 'v', 'm')
            or relkind = 'S' and not exists (select from pg_depend where objid = o.oid and deptype in ('i', 'a'))
        union all
        select 'column ' || o.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attnotnull then ' not null' else '' end
          || case when a.attidentity <> '' then ' identity ' || a.attidentity::text || ' ' || s.seqincrement || ' '
               || s.seqtypid::regtype else '' end
          || case when a.attgenerated <> '' then ' generated ' || a.attgenerated::text else '' end
          || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
          || case when a.attcollation <> t.typcollation then ' collate ' || a.attcollation::regcollation else '' end
          || coalesce(' comment ' || col_description(o.oid, a.attnum), '')
          from ours o
          join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
          join pg_type t on t.oid = a.atttypid
          left join pg_attrdef d on d.adrelid = o.oid and d.adnum = a.attnum
          left join pg_sequence s
            on a.attidentity <> '' and s.seqrelid = pg_get_serial_sequence(o.oid::regclass::text, a.attname)::regclass
          where o.relkind in ('r', 'p', 'm')
        union all
        select 'constraint ' || c.conrelid::regclass || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
          from pg_constraint c join ours o on o.oid = c.conrelid where c.contype <> 'n'
        union all
        select 'index ' || pg_get_indexdef(i.indexrelid) || case when i.indisvalid then '' else ' INVALID' end
          from pg_index i join ours o on o.oid = i.indrelid where o.relkind in ('r', 'p', 'm')
        union all
        select 'view ' || oid::regclass || ' ' || pg_get_viewdef(oid) from ours where relkind in ('v', 'm')
        union all
        select 'sequence ' || s.seqrelid::regclass || ' ' || s.seqstart || ' ' || s.seqincrement
          from pg_sequence s join ours o on o.oid = s.seqrelid
          where not exists (select from pg_depend where objid = o.oid and deptype = 'i')
        union all
        select 'enum ' || t.oid::regtype || ' ' || string_agg(e.enumlabel, ', ' order by e.enumsortorder)
          from pg_type t join pg_enum e on e.enumtypid = t.oid group by t.oid
        union all
        select 'domain ' || oid::regtype || ' ' || format_type(typbasetype, typtypmod) from pg_type
          where typtype = 'd' and typnamespace::regnamespace::text !~ '^(pg_|information_schema)'
        union all
        select 'function ' || oid::regprocedure || ' ' || prosrc from pg_proc
          where pronamespace::regnamespace::text !~ '^(pg_|information_schema)'
        union all
        select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join ours o on o.oid = t.tgrelid
          where not tgisinternal
        order by 1
        """;
}
