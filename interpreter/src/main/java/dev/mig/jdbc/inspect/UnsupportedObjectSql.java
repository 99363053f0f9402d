package dev.mig.jdbc.inspect;

import dev.mig.model.Database;

/** The queries for {@link UnsupportedObject}: kind, schema, name, and the table it belongs to. */
final class UnsupportedObjectSql {
    private UnsupportedObjectSql() {}

    private static final String POSTGRESQL = """
        with ns as (
          select oid, nspname at_schema from pg_catalog.pg_namespace
          where nspname !~ '^pg_' and nspname <> 'information_schema'
        ), rel as (
          select c.*, ns.at_schema from pg_catalog.pg_class c join ns on ns.oid = c.relnamespace
        ), found as (
          select case when k.contype = 'x' then 'exclusion constraint'
              when not k.convalidated then 'constraint not yet validated'
              when k.contype = 'p' then 'deferrable primary key' else 'deferrable unique constraint' end kind,
            rel.at_schema, k.conname thing, rel.relname on_table, 0 classid, 0 objid
          from pg_catalog.pg_constraint k join rel on rel.oid = k.conrelid
          where k.contype = 'x' or k.contype in ('p', 'u') and k.condeferrable
            or k.contype in ('c', 'f') and not k.convalidated
          union all
          select 'unique index that takes null once', rel.at_schema, c.relname, rel.relname, 0, 0
          from pg_catalog.pg_index i join rel on rel.oid = i.indrelid join pg_catalog.pg_class c on c.oid = i.indexrelid
          where to_jsonb(i) ->> 'indnullsnotdistinct' = 'true'
          union all
          select 'index never finished', rel.at_schema, c.relname, rel.relname, 0, 0
          from pg_catalog.pg_index i join rel on rel.oid = i.indrelid join pg_catalog.pg_class c on c.oid = i.indexrelid
          where not i.indisvalid and rel.relkind <> 'p'
          union all
          select 'trigger', rel.at_schema, g.tgname, rel.relname, 'pg_trigger'::regclass::int, g.oid::int
          from pg_catalog.pg_trigger g join rel on rel.oid = g.tgrelid where not g.tgisinternal and not rel.relispartition
          union all
          select 'rule', rel.at_schema, r.rulename, rel.relname, 0, 0
          from pg_catalog.pg_rewrite r join rel on rel.oid = r.ev_class where r.rulename <> '_RETURN'
          union all
          select 'policy', rel.at_schema, p.polname, rel.relname, 0, 0
          from pg_catalog.pg_policy p join rel on rel.oid = p.polrelid
          union all
          select case when rel.relkind = 'f' then 'foreign table' when rel.relispartition then 'partition'
              when rel.relkind = 'c' then 'composite type' else 'unlogged table' end,
            rel.at_schema, rel.relname, null, 'pg_class'::regclass::int, rel.oid::int
          from rel where rel.relkind in ('f', 'c') or rel.relkind in ('r', 'p')
            and (rel.relispartition or rel.relpersistence = 'u')
          union all
          select 'table that inherits', rel.at_schema, rel.relname, null, 0, 0
          from rel where rel.relkind = 'r' and not rel.relispartition
            and exists (select from pg_catalog.pg_inherits h where h.inhrelid = rel.oid)
          union all
          select case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
            ns.at_schema, p.proname, null, 'pg_proc'::regclass::int, p.oid::int
          from pg_catalog.pg_proc p join ns on ns.oid = p.pronamespace
          where not exists (select from pg_catalog.pg_depend d where d.objid = p.oid and d.deptype = 'i')
          union all
          select case when t.typtype = 'd' then 'domain' else 'range type' end,
            ns.at_schema, t.typname, null, 'pg_type'::regclass::int, t.oid::int
          from pg_catalog.pg_type t join ns on ns.oid = t.typnamespace where t.typtype in ('d', 'r')
          union all
          select 'extension', coalesce(ns.at_schema, current_schema()), e.extname, null, 0, 0
          from pg_catalog.pg_extension e left join ns on ns.oid = e.extnamespace where e.extname <> 'plpgsql'
        )
        select kind, at_schema, thing, on_table from found
        where not exists (select from pg_catalog.pg_depend d
          where d.deptype = 'e' and d.classid::int = found.classid and d.objid::int = found.objid)
        order by kind, at_schema, on_table, thing
        """;

    private static final String H2 = """
        select 'trigger' kind, event_object_schema at_schema, trigger_name thing, event_object_table on_table
        from information_schema.triggers
        union all
        select lower(routine_type), routine_schema, routine_name, null from information_schema.routines
        union all
        select 'domain', domain_schema, domain_name, null from information_schema.domains where data_type <> 'ENUM'
        union all
        select 'constant', constant_schema, constant_name, null from information_schema.constants
        union all
        select 'synonym', synonym_schema, synonym_name, null from information_schema.synonyms
        union all
        select 'linked table', table_schema, table_name, null from information_schema.tables
        where storage_type = 'TABLE LINK'
        order by 1, 2, 4, 3
        """;

    private static final String SQLITE = """
        select kind, 'main' at_schema, thing, on_table from (
          select 'trigger' kind, name thing, tbl_name on_table from sqlite_master where type = 'trigger'
          union all
          select 'virtual table', name, null from sqlite_master where type = 'table' and sql like 'create virtual %'
        ) order by 1, 4, 3
        """;

    private static final String MYSQL = """
        select kind, at_schema, thing, on_table from (
          select 'trigger' kind, event_object_schema at_schema, trigger_name thing, event_object_table on_table
          from information_schema.triggers
          union all
          select lower(routine_type), routine_schema, routine_name, null from information_schema.routines
          union all
          select 'event', event_schema, event_name, null from information_schema.events
          union all
          select distinct 'partitioned table', table_schema, table_name, null from information_schema.partitions
          where partition_name is not null
        ) found where at_schema not in ('mysql', 'sys', 'information_schema', 'performance_schema')
        order by 1, 2, 4, 3
        """;

    /** Empty if unsupported. */
    static String of(Database database) {
        return switch (database) {
            case POSTGRESQL, YUGABYTEDB -> POSTGRESQL;
            case COCKROACHDB -> "";
            case H2 -> H2;
            case SQLITE -> SQLITE;
            case MYSQL, MARIADB -> MYSQL;
        };
    }
}
