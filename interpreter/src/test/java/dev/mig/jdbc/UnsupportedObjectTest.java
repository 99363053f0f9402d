package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.connection.ConnectionUrl;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.jdbc.inspect.UnsupportedObject;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.h2.api.Trigger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a database has and no schema can say is named, and nothing else is. */
class UnsupportedObjectTest {
    record Case(TestDatabase database, List<String> made, List<String> expected) {
        @Override
        public String toString() {
            return database.dialect().style().name();
        }
    }

    private static final List<String> SAID = List.of(
            "create table t (id integer primary key, a integer not null, b varchar(10) unique)",
            "create index ix on t (a)",
            "create view v as select id from t");

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        TestPostgres.create(),
                        List.of(
                                "alter table t add constraint apart exclude (a with =)",
                                "alter table t add constraint later unique (a) deferrable initially deferred",
                                "alter table t add constraint positive check (a > 0) not valid",
                                "create table p (k integer primary key deferrable)",
                                "alter table t add constraint known foreign key (a) references t not valid",
                                "create unique index one_null on t (b) nulls not distinct",
                                "create function twice(integer) returns integer language sql as 'select 2 * $1'",
                                "create procedure nothing() language sql as 'select 1'",
                                "create function f() returns trigger language plpgsql as 'begin return new; end'",
                                "create trigger audit after insert on t for each row execute function f()",
                                "create rule quiet as on delete to t do nothing",
                                "create policy mine on t using (a = 1)",
                                "create domain pos as integer check (value > 0)",
                                "create type pair as (x integer, y integer)",
                                "create type mood as enum ('a')",
                                "create type spans as range (subtype = integer)",
                                "create unlogged table fast (a integer)",
                                "create table parted (a integer) partition by list (a)",
                                "create table parted_1 partition of parted for values in (1)",
                                "create table child () inherits (t)",
                                "create schema other",
                                "create domain other.d as text"),
                        List.of(
                                "composite type pair",
                                "constraint not yet validated known on t",
                                "constraint not yet validated positive on t",
                                "deferrable primary key p_pkey on p",
                                "deferrable unique constraint later on t",
                                "domain other.d",
                                "domain pos",
                                "exclusion constraint apart on t",
                                "function f",
                                "function twice",
                                "partition parted_1",
                                "policy mine on t",
                                "procedure nothing",
                                "range type spans",
                                "rule quiet on t",
                                "table that inherits child",
                                "trigger audit on t",
                                "unique index that takes null once one_null on t",
                                "unlogged table fast")),
                new Case(
                        TestMysql.embedded(),
                        List.of(
                                "create function twice(a integer) returns integer deterministic return 2 * a",
                                "create procedure nothing() begin end",
                                "create trigger audit after insert on t for each row set @x = 1",
                                "create table parted (a integer) partition by list (a) (partition p1 values in (1))"),
                        List.of(
                                "function twice",
                                "partitioned table parted",
                                "procedure nothing",
                                "trigger audit on t")),
                new Case(
                        new TestH2(new ConnectionSettings(new ConnectionUrl("jdbc:h2:mem:beyond"), null, null)),
                        List.of(
                                "create alias twice for 'java.lang.Math.abs(int)'",
                                "create domain pos as integer check (value > 0)",
                                "create domain mood as enum ('a')",
                                "create constant one value 1",
                                "create synonym st for t",
                                "create trigger audit after insert on t call '" + Silent.class.getName() + "'"),
                        List.of("constant one", "domain pos", "function twice", "synonym st", "trigger audit on t")),
                new Case(
                        TestSqlite.at("jdbc:sqlite:file:beyond?mode=memory&cache=shared"),
                        List.of(
                                "create trigger audit after insert on t begin delete from t where a = 1; end",
                                "create virtual table words using fts5(w)"),
                        List.of("trigger audit on t", "virtual table words")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatNoSchemaSaysIsNamed(Case it) throws Exception {
        try (Connections connections = new Connections(it.database().access());
                Connection connection = connections.run();
                var statement = connection.createStatement()) {
            it.database().clear(connection);
            for (String sql : SAID) {
                statement.execute(sql);
            }
            assertThat(unsupported(connection, it)).isEmpty();
            for (String sql : it.made()) {
                statement.execute(sql);
            }
            assertThat(unsupported(connection, it)).containsExactlyElementsOf(it.expected());
        }
    }

    private static List<String> unsupported(Connection connection, Case it) throws Exception {
        return UnsupportedObject.in(connection, it.database().dialect().style().database(), Scope.EVERYTHING).stream()
                .map(UnsupportedObject::toString)
                .toList();
    }

    /** A trigger of H2 is a class. */
    public static final class Silent implements Trigger {
        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {}
    }
}
