package dev.mig.jdbc.inspect;

import dev.mig.compile.DropText;
import dev.mig.model.Database;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL has and the language has no form for: extensions, domains, composite types, functions, procedures,
 * aggregates and triggers, each as the statement that makes it. A name in the schema of the connection stands without
 * it, so that the statement can make the thing elsewhere too.
 *
 * <p>Not seen: policies, rules, casts, operators, and what belongs to an extension.
 */
final class PostgresObjects {
    private static final String OURS =
            "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'crdb_internal')";

    private final CatalogueQueries questions;
    private final SchemaAssembly assembly;

    PostgresObjects(CatalogueQueries questions, SchemaAssembly assembly) {
        this.questions = questions;
        this.assembly = assembly;
    }

    void read() throws SQLException {
        extensions();
        types();
        routines();
        triggers();
    }

    private static String notOfExtension(String catalogue, String oid) {
        return " and not exists (select 1 from pg_catalog.pg_depend e where e.deptype = 'e'"
                + " and e.classid = 'pg_catalog." + catalogue + "'::regclass and e.objid = " + oid + ")";
    }

    /** What a thing is called in SQL: with its schema, where that has to be said. */
    private static String called(String name) {
        return "case when n.nspname = current_schema() then '' else quote_ident(n.nspname) || '.' end || quote_ident("
                + name + ") called";
    }

    private void extensions() throws SQLException {
        questions.ask(
                "select n.nspname, e.extname, 'create extension if not exists ' || quote_ident(e.extname)"
                        + " || case when n.nspname = current_schema() then '' else ' with schema '"
                        + " || quote_ident(n.nspname) end create_text"
                        + " from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace"
                        + " where e.extname <> 'plpgsql' and " + OURS + " order by 2",
                row -> {
                    QualifiedIdentifier name = QualifiedIdentifier.of(assembly.name(row.text("extname")));
                    add("extension", row.text("nspname"), name, row.text("create_text"));
                });
    }

    private void types() throws SQLException {
        questions.ask(
                "select n.nspname, t.typname, t.typtype, " + called("t.typname") + ", case when t.typtype = 'd' then"
                        + " pg_catalog.format_type(t.typbasetype, t.typtypmod)"
                        + " || case when t.typcollation <> b.typcollation then ' collate ' || (select"
                        + " quote_ident(l.collname) from pg_catalog.pg_collation l where l.oid = t.typcollation)"
                        + " else '' end"
                        + " || coalesce(' default ' || t.typdefault, '')"
                        + " || case when t.typnotnull then ' not null' else '' end"
                        + " || coalesce((select string_agg(' constraint ' || quote_ident(k.conname) || ' '"
                        + " || pg_catalog.pg_get_constraintdef(k.oid), '' order by k.conname)"
                        + " from pg_catalog.pg_constraint k where k.contypid = t.oid and k.contype = 'c'), '')"
                        + " else (select '(' || string_agg(quote_ident(a.attname) || ' '"
                        + " || pg_catalog.format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum) || ')'"
                        + " from pg_catalog.pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0"
                        + " and not a.attisdropped) end body"
                        + " from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace"
                        + " left join pg_catalog.pg_type b on b.oid = t.typbasetype"
                        + " left join pg_catalog.pg_class c on c.oid = t.typrelid"
                        + " where " + OURS + " and (t.typtype = 'd' or t.typtype = 'c' and c.relkind = 'c')"
                        + notOfExtension("pg_type", "t.oid") + " order by 1, 2",
                row -> {
                    String kind = row.text("typtype").equals("d") ? "domain" : "type";
                    QualifiedIdentifier name = assembly.name(row.text("nspname"), row.text("typname"));
                    String create = "create " + kind + " " + row.text("called") + " as "
                            + String.valueOf(row.textOrNull("body"));
                    add(kind, row.text("nspname"), name, create);
                });
    }

    private void add(String kind, String schema, QualifiedIdentifier name, String create) throws SQLException {
        assembly.object(kind, schema, name, create, DropText.of(kind, name, Database.POSTGRESQL));
    }

    private void routines() throws SQLException {
        questions.ask(
                "select n.nspname, p.proname, p.prokind, " + called("p.proname")
                        + ", quote_ident(n.nspname) || '.' || quote_ident(p.proname) full_name,"
                        + " pg_catalog.pg_get_function_identity_arguments(p.oid) arguments,"
                        + " count(*) over (partition by n.nspname, p.proname) homonyms,"
                        + " case when p.prokind <> 'a' then pg_catalog.pg_get_functiondef(p.oid) else"
                        + " '(sfunc = ' || a.aggtransfn || ', stype = '"
                        + " || pg_catalog.format_type(a.aggtranstype, null)"
                        + " || case when a.aggfinalfn <> 0 then ', finalfunc = ' || a.aggfinalfn else '' end"
                        + " || case when a.aggcombinefn <> 0 then ', combinefunc = ' || a.aggcombinefn else '' end"
                        + " || coalesce(', initcond = ' || quote_literal(a.agginitval), '')"
                        + " || case p.proparallel when 's' then ', parallel = safe' when 'r' then"
                        + " ', parallel = restricted' else '' end || ')' end body"
                        + " from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace"
                        + " left join pg_catalog.pg_aggregate a on a.aggfnoid = p.oid"
                        + " where " + OURS + notOfExtension("pg_proc", "p.oid") + " order by 1, 2, 6",
                row -> {
                    String body = row.text("body");
                    String called = row.text("called");
                    boolean aggregate = row.text("prokind").equals("a");
                    String kind = switch (row.text("prokind")) {
                        case "a" -> "aggregate";
                        case "p" -> "procedure";
                        default -> "function";
                    };
                    String arguments = "(" + row.text("arguments") + ")";
                    String create = aggregate
                            ? "create aggregate " + called + arguments + " " + body
                            : body.replaceFirst(
                                            Pattern.quote(row.text("full_name") + "("),
                                            Matcher.quoteReplacement(called + "("))
                                    .strip();
                    boolean alone = row.number("homonyms") == 1;
                    QualifiedIdentifier name = assembly.name(row.text("nspname"), row.text("proname"));
                    QualifiedIdentifier own = alone
                            ? name
                            : new QualifiedIdentifier(name.schema(), Identifier.exact(row.text("proname") + arguments));
                    String drop = alone && !aggregate
                            ? DropText.of(kind, name, Database.POSTGRESQL)
                            : "drop " + kind + " " + called + arguments;
                    assembly.object(kind, row.text("nspname"), own, create, drop);
                });
    }

    private void triggers() throws SQLException {
        questions.ask(
                "select n.nspname, c.relname, t.tgname, " + called("c.relname")
                        + ", quote_ident(t.tgname) quoted, pg_catalog.pg_get_triggerdef(t.oid, true) create_text"
                        + " from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid"
                        + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                        // A partition has those of its table.
                        + " where not t.tgisinternal and not c.relispartition and " + OURS
                        + notOfExtension("pg_trigger", "t.oid") + " order by 1, 2, 3",
                row -> {
                    QualifiedIdentifier table = assembly.name(row.text("nspname"), row.text("relname"));
                    Identifier on = table.schema() == null
                            ? table.name()
                            : Identifier.exact(row.text("nspname") + "." + row.text("relname"));
                    assembly.objectOfTable(
                            "trigger",
                            row.text("nspname"),
                            row.text("relname"),
                            new QualifiedIdentifier(on, assembly.name(row.text("tgname"))),
                            row.text("create_text"),
                            "drop trigger " + row.text("quoted") + " on " + row.text("called"));
                });
    }
}
