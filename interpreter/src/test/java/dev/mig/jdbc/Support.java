package dev.mig.jdbc;

import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import dev.mig.script.Script;
import dev.mig.script.Statement;
import dev.mig.source.Code;
import dev.mig.source.DiagnosticException;
import java.util.List;

/**
 * What each database supports of the language, one feature per row. {@code DATABASES.md} shows it, and the contract of
 * every database tests it.
 */
enum Support {
    /** The database does it when it is told. */
    WORKS("yes"),
    /** The table is made anew with everything in it. */
    REBUILT("rebuilt"),
    /** It is not there and nothing is lost without it: a note says so. */
    LEFT_OUT("left out"),
    /** Told at its line before anything runs. */
    REFUSED("no");

    private static final String T = "create table t { id bigint primary key, n integer, s varchar(20) }\n";
    private static final String U = "create table u { id bigint primary key, t_id bigint }\n";
    private static final String E = "create type mood as enum ('sad', 'ok')\n";

    static final List<Row> ROWS = List.of(
            new Row(
                    "`create table`, keys, checks, references",
                    T,
                    "create table v {\n id bigint identity primary key\n n integer not null default 1 check (n > 0)\n"
                            + " t_id bigint references t on delete cascade\n unique (n)\n}"),
            new Row("`create table if not exists`", "", "create table if not exists t { id bigint }"),
            new Row("`drop table`", T, "drop table t"),
            new Row("`rename table`", T, "rename table t to other"),
            new Row("`comment`", T, "comment on table t 'what it is for'"),
            new Row("`add column`", T, "alter table t add column c varchar(10) not null default ''"),
            new Row("`drop column`", T, "alter table t drop column n"),
            new Row(
                    "`drop column` of a check or key",
                    T + "alter table t add check (n > 0)\n",
                    "alter table t {\n drop constraint ck_t_1\n drop column n\n}"),
            new Row("`rename column`", T, "alter table t rename column n to number"),
            new Row("`alter column … type`", T, "alter table t alter column n type bigint"),
            new Row("`alter column … type … using`", T, "alter table t alter column s type integer using (length(s))"),
            new Row("`set not null`, `drop not null`", T, "alter table t alter column n set not null"),
            new Row("`set default`, `drop default`", T, "alter table t alter column n set default 5"),
            new Row("`identity`", "", "create table t { id integer identity primary key }"),
            new Row("`identity always`", "", "create table t { id integer identity always primary key }"),
            new Row(
                    "`identity (start … increment …)`",
                    "",
                    "create table t { id integer identity (start 100 increment 10) primary key }"),
            new Row("`add identity` to a key", T, "alter table t alter column id add identity"),
            new Row("`generated … stored`", "", "create table t {\n a integer\n b integer generated (a + 1) stored\n}"),
            new Row(
                    "`generated … virtual`",
                    "",
                    "create table t {\n a integer\n b integer generated (a + 1) virtual\n}"),
            new Row(
                    "`add primary key`",
                    "create table t { id bigint not null }\n",
                    "alter table t add primary key (id)"),
            new Row("`add unique`, `add check`", T, "alter table t {\n add unique (n)\n add check (n > 0)\n}"),
            new Row("`add foreign key`", T + U, "alter table u add foreign key (t_id) references t (id)"),
            new Row(
                    "`not valid`, `validate constraint`",
                    T,
                    "alter table t {\n add constraint c check (n > 0) not valid\n validate constraint c\n}"),
            new Row("`deferrable`", T, "create table v { t_id bigint references t deferrable initially deferred }"),
            new Row(
                    "`drop constraint`",
                    T + "alter table t add constraint c check (n > 0)\n",
                    "alter table t drop constraint c"),
            new Row(
                    "`rename constraint`",
                    T + "alter table t add constraint c unique (n)\n",
                    "alter table t rename constraint c to d"),
            new Row("`set schema`", T + "create schema s\n", "alter table t set schema s"),
            new Row("`create index`, `desc`", T, "create index i on t (n desc, s)"),
            new Row("`create unique index`", T, "create unique index i on t (n)"),
            new Row("index `on t ((lower(s)))`", T, "create index i on t ((lower(s)))"),
            new Row("index `… where (…)`", T, "create index i on t (n) where (n > 5)"),
            new Row("index `include (…)`", T, "create index i on t (n) include (s)"),
            new Row("index `concurrently`", T, "create index concurrently i on t (n)"),
            new Row("index `using hash`", T, "create index i on t using hash (n)"),
            new Row("`rename index`", T + "create index i on t (n)\n", "rename index i on t to j"),
            new Row("`create type … as enum`", "", E + "create table t { m mood not null default 'ok' }"),
            new Row(
                    "`alter type … add value`",
                    E + "create table t { m mood }\n",
                    "alter type mood add value 'glad' before 'ok'"),
            new Row(
                    "`alter type … rename value`",
                    E + "create table t { m mood }\n",
                    "alter type mood rename value 'ok' to 'fine'"),
            new Row("`T[]`", "", "create table t { a integer[] }"),
            new Row("`interval`", "", "create table t { a interval }"),
            new Row("`create sequence`", "", "create sequence q start 10 increment 2"),
            new Row("`create schema`", "", "create schema s"),
            new Row("`create view`", T, "create view v as \"\"\" select id from t \"\"\""),
            new Row("`create materialized view`", T, "create materialized view v as \"\"\" select id from t \"\"\""),
            new Row(
                    "`insert`, `update`, `delete`",
                    T,
                    "insert into t (id, n) values (1, 2)\nupdate t set n = 3 where (id = 1)\ndelete from t"),
            new Row("`… by id batch 100`", T, "update t set n = 3 by id batch 100"),
            new Row("`load`", T, "load 'rows.csv' into t"),
            new Row(
                    "`sql`, `script`",
                    T,
                    "sql \"\"\" update t set n = 1 \"\"\" reverse nothing\n"
                            + "script \"\"\" update t set n = 1; update t set n = 2; \"\"\" reverse nothing"),
            new Row("`require`", T, "require (1 = 1) else 'never'"));

    private final String word;

    Support(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /**
     * @param name as the table shows it
     * @param before statements that make what it needs
     * @param statement that is tried
     */
    record Row(String name, String before, String statement) {

        Revisions revisions() {
            return Revisions.none()
                    .rows("rows.csv", "id,n\n1,2\n")
                    .add("before", "upgrade {\n" + before + "}\n")
                    .add("case", "upgrade {\n" + statement + "\n}\n");
        }

        /** @throws DiagnosticException if it is refused */
        Script script(Dialect dialect) {
            return revisions().upgrade(List.of("before"), "case", dialect);
        }

        Support on(Dialect dialect) {
            try {
                Script script = script(dialect);
                // Of a table that goes nothing is made anew but the references to it.
                boolean rebuilt = !statement.startsWith("drop table")
                        && script.steps().getFirst().statements().stream()
                                .anyMatch(Statement.Restated.class::isInstance);
                boolean leftOut = script.steps().getFirst().notes().stream().anyMatch(it -> it.code() == Code.LEFT_OUT);
                return rebuilt ? REBUILT : leftOut ? LEFT_OUT : WORKS;
            } catch (DiagnosticException e) {
                return REFUSED;
            }
        }
    }
}
