package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.script.Revisions;
import dev.mig.script.SqliteTableText;
import dev.mig.source.Code;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table made anew is the table that was there, but for what was to change about it. */
class SqliteRebuildTest {
    /** Everything that a table of SQLite can have, in every way to write it. */
    private static final String EVERYTHING = """
        create table parent (id integer primary key, name text);
        create table "Every Thing" (
          id integer primary key autoincrement, -- it's counted, and (kept
          code text COLLATE nocase unique,
          [amount] decimal(12,2) default (1 + 2) not null on conflict abort,
          `kind` text check (kind in ('a', 'b')) default 'a',
          parent_id integer references parent (id) on delete cascade on update set null deferrable initially deferred,
          boss integer constraint fk_boss references "Every Thing" (id) on delete set null,
          twice generated always as (amount * 2) stored,
          one_more as (amount + 1),
          note text /* the last one */ default null,
          "check" varchar(10),
          unique (code, kind) check (amount >= 0),
          constraint named check (note <> 'x''y'), foreign key (parent_id) references parent
        );
        create unique index ix_partial on "Every Thing" (code desc) where amount > 5;
        create index "ix expression" on "Every Thing" (lower(code), "check" collate rtrim);
        create table log (what text);
        create trigger tr_after after insert on "Every Thing" begin
          insert into log values ('inserted ' || new.id);
          update "Every Thing" set note = 'seen' where id = new.id;
        end;
        create trigger tr_elsewhere after delete on log begin
          update "Every Thing" set note = 'cleared' where note = 'logged';
        end;
        create view v as select id, code from "Every Thing" where amount > 0;
        create view vv as select * from v;
        create trigger tr_view instead of insert on v begin
          insert into "Every Thing" (code) values (new.code);
        end;
        create table child (
          id integer primary key,
          thing integer not null references "Every Thing" (id) on delete cascade
        );
        insert into parent values (1, 'p'), (2, 'q');
        insert into "Every Thing" (id, code, amount, kind, parent_id, boss, note) values
          (3, 'three', 7.5, 'a', 1, null, 'n'), (40, 'forty', 0, 'b', 2, 3, 'm'), (41, 'gone', 1, 'a', null, null, 'o');
        delete from "Every Thing" where id = 41;
        insert into child values (1, 3), (2, 40), (3, 40);
        """;

    @TempDir
    Path folder = Path.of("");

    private String url = "";

    @BeforeEach
    void inAFile() {
        url = "jdbc:sqlite:" + folder.resolve("app.db");
    }

    // ---- nothing is lost

    @ParameterizedTest
    @ValueSource(strings = {"", "?foreign_keys=on"})
    void everythingElseStaysToTheLetter(String settings) throws SQLException {
        url += settings;
        Revisions revisions = Revisions.none()
                .add("a1", script(EVERYTHING))
                .add("b2", "upgrade {\n  alter table \"Every Thing\" alter column note set default 'none'\n}");
        apply(revisions, "a1");
        List<String> rows = rows("select rowid, * from \"Every Thing\" order by id");
        List<String> before = told();
        String text = text("Every Thing");

        apply(revisions, "b2");

        assertThat(text("Every Thing"))
                .isEqualTo(text.replace("the last one */ default null", "the last one */ default 'none'"));
        assertThat(rows("select rowid, * from \"Every Thing\" order by id"))
                .isEqualTo(rows)
                .hasSize(2);
        assertThat(told())
                .isEqualTo(before.stream()
                        .map(it -> it.replace("note|TEXT|0|null", "note|TEXT|0|'none'"))
                        .toList());
        assertThat(rows("select * from child order by id")).containsExactly("1|3", "2|40", "3|40");
        assertThat(rows("select seq from sqlite_sequence where name = 'Every Thing'"))
                .containsExactly("41");
    }

    /** Not only are they there: they work as before. */
    @Test
    void countersTriggersViewsAndForeignKeysGoOn() throws SQLException {
        url += "?foreign_keys=on";
        Revisions revisions = Revisions.none()
                .add("a1", script(EVERYTHING))
                .add("b2", "upgrade {\n  alter table \"Every Thing\" alter column \"check\" type integer\n}");
        apply(revisions, "b2");

        execute("insert into v (code) values ('FRESH')");
        assertThat(rows("select id, note, twice, one_more from \"Every Thing\" where code = 'fresh'"))
                .containsExactly("42|seen|6|4");
        assertThat(rows("select what from log order by rowid")).last().isEqualTo("inserted 42");
        execute("delete from parent where id = 2");
        assertThat(rows("select id from \"Every Thing\" order by id")).containsExactly("3", "42");
        assertThat(rows("select id from child")).containsExactly("1");
        assertThat(rows("select id from vv order by id")).containsExactly("3", "42");
        assertThat(rows("pragma foreign_key_check")).isEmpty();
    }

    @Test
    void optionsOfATableAndNumbersOfRowsStay() throws SQLException {
        Revisions revisions = Revisions.none().add("a1", script("""
            create table s (a integer primary key, b text, c any) strict, without rowid;
            insert into s values (2, 'x', 1.5), (1, 'y', 'z');
            create table plain (a text);
            insert into plain (rowid, a) values (7, 'seven'), (900, 'many');
            create table hidden (rowid text, a text);
            insert into hidden (_rowid_, rowid, a) values (5, 'r', 'x');
            """)).add("b2", """
                upgrade {
                  alter table s { alter column b set not null; add column d boolean not null default true }
                  alter table plain alter column a set not null
                  alter table hidden alter column a set not null
                }
                """);
        apply(revisions, "b2");

        SqliteTableText text = SqliteTableText.parse(text("s")).orElseThrow();
        assertThat(text.isStrict()).isTrue();
        assertThat(text.isWithoutRowid()).isTrue();
        assertThat(text.find("d").orElseThrow().type()).isEqualTo("integer");
        assertThat(rows("select a, b, c, typeof(c), d from s order by a"))
                .containsExactly("1|y|z|text|1", "2|x|1.5|real|1");
        assertThat(rows("select rowid, a from plain order by rowid")).containsExactly("7|seven", "900|many");
        assertThat(rows("select _rowid_, rowid, a from hidden")).containsExactly("5|r|x");
    }

    @Test
    void oneAlterIsOneRebuildAndColumnsAreRenamedEverywhere() throws SQLException {
        Revisions revisions = Revisions.none().add("a1", script(EVERYTHING)).add("b2", """
            upgrade {
              alter table "Every Thing" {
                rename column amount to price
                alter column note set not null
                add column extra text not null default 'e'
                rename column kind to sort
                add constraint ck_extra check (extra <> '')
                drop constraint named
                rename column extra to more
              }
            }
            """);
        apply(revisions, "b2");

        assertThat(rows("select id, price, sort, more, note from \"Every Thing\" order by id"))
                .containsExactly("3|7.5|a|e|seen", "40|0|b|e|seen");
        assertThat(text("v")).contains("price").doesNotContain("amount");
        assertThat(text("ix_partial")).contains("price").doesNotContain("amount");
        assertThat(text("Every Thing"))
                .contains("price * 2", "unique (code, sort)", "check (sort in", "ck_extra check (more <> '')")
                .doesNotContain("named");
    }

    @Test
    void whatGoesWithAColumnGoesAndNothingElse() throws SQLException {
        Revisions revisions = Revisions.none()
                .add("a1", script(EVERYTHING))
                .add("b2", "upgrade {\n  alter table \"Every Thing\" drop column \"check\"\n}")
                .add("c3", "upgrade {\n  alter table \"Every Thing\" drop column kind\n}")
                .add("d4", "upgrade {\n  alter table \"Every Thing\" drop column code\n}");
        apply(revisions, "c3");

        assertThat(rows("select name from sqlite_master where type = 'index' and sql is not null and tbl_name like"
                        + " 'Every%'"))
                .containsExactly("ix_partial");
        assertThat(text("Every Thing"))
                .doesNotContain("kind", "unique (code")
                .contains("check (amount >= 0)", "constraint named");

        Outcome.Stopped stopped = (Outcome.Stopped) move(revisions, "d4");
        assertThat(stopped.why().message()).contains("view v", "code");
        assertThat(text("Every Thing")).contains("code text COLLATE nocase unique");
    }

    /** A name is only taken for the column where it can be one. */
    @Test
    void namesThatAreLikeTheColumnsStay() throws SQLException {
        Revisions revisions = Revisions.none()
                .add("a1", script("""
                    create table t (
                      id integer primary key, state text, code text, up integer references t (id),
                      constraint state check (code <> 'state'), constraint code foreign key (up) references t
                    );
                    create index state_desc on t (code desc, up);
                    """))
                .add("b2", "upgrade {\n  alter table t { drop column state; alter column code set not null }\n}");
        apply(revisions, "b2");

        assertThat(text("t"))
                .contains("constraint state check (code <> 'state')", "constraint code foreign key (up) references t");
        assertThat(text("state_desc")).contains("(code desc, up)");
    }

    @Test
    void constraintsWithoutANameAreFoundByWhatTheySay() throws SQLException {
        Revisions revisions = Revisions.none().add("a1", """
            upgrade {
              sql ""\"
                create table t (a integer primary key, b text unique, c int check (c > 0), d int references p,
                                unique (c, d), foreign key (d) references p (id))
              ""\" touches { create table t { a integer primary key; b text unique; c int check (c > 0)
                                             d int references p (id); unique (c, d) } }
            }
            """).add("b2", """
                upgrade {
                  alter table t { drop unique (b); drop unique (c, d); drop foreign key (d); drop constraint ck_t_c
                                  drop primary key }
                }
                """);
        revisions = Revisions.none()
                .add("p0", "upgrade {\n  create table p { id integer primary key }\n}")
                .add("a1", body(revisions, "a1"))
                .add("b2", body(revisions, "b2"));
        apply(revisions, "b2");

        assertThat(SqliteTableText.parse(text("t")).orElseThrow().constraints()).isEmpty();
    }

    /** The journal keeps a derived way back as SQL, made of what was known then. */
    @Test
    void aWayBackThatWasKeptAsTextTakesAlongWhatItDoesNotKnow() throws SQLException {
        url += "?foreign_keys=on";
        execute("create table legacy (id integer primary key, a varchar(50), b text, c text)");
        execute("create index ix_a on legacy (a) where a > 'm'");
        execute("create index ix_b on legacy (b)");
        execute("create index ix_c on legacy (c)");
        execute("create trigger tr after update of a on legacy begin select new.a; end");
        execute("create table child (l integer references legacy (id) on delete cascade)");
        execute("insert into legacy values (1, 'x', 'y', 'z')");
        execute("insert into child values (1)");
        Revisions revisions = Revisions.none().add("a1", script("""
            insert into child values (null);
            pragma legacy_alter_table = on;
            create table "mig_new_legacy" (
              id integer primary key,
              a varchar(10),
              b text
            );
            insert into "mig_new_legacy" (id, a, b)
            select id, a, b from legacy;
            drop table legacy;
            alter table "mig_new_legacy" rename to legacy;
            pragma legacy_alter_table = off;
            create index ix_a on legacy (a);
            alter table legacy rename column id to id;
            """));
        apply(revisions, "a1");

        assertThat(rows("select * from legacy")).containsExactly("1|x|y");
        assertThat(rows("select * from child")).containsExactly("1", "null");
        assertThat(rows("select name from sqlite_master where tbl_name = 'legacy' and type <> 'table' order by name"))
                .containsExactly("ix_a", "ix_b", "tr");
    }

    // ---- nothing is left where it fails

    @Test
    void aFailureInTheMiddleLeavesNothing() throws SQLException {
        Revisions revisions = Revisions.none().add("a1", script(EVERYTHING)).add("b2", """
            upgrade {
              alter table "Every Thing" alter column note set not null
              alter table "Every Thing" alter column boss set not null
            }
            """);
        apply(revisions, "a1");
        List<String> before = told();
        String text = text("Every Thing");

        Outcome.Stopped stopped = (Outcome.Stopped) move(revisions, "b2");

        assertThat(stopped.why().message()).contains("NOT NULL constraint failed");
        assertThat(stopped.rows()).containsExactly("a1");
        assertThat(told()).isEqualTo(before);
        assertThat(text("Every Thing")).isEqualTo(text);
        assertThat(rows("select count(*) from \"Every Thing\"")).containsExactly("2");
    }

    /** Without a transaction around it, it has one of its own. */
    @Test
    void outsideATransactionARebuildIsStillWholeOrNothing() throws SQLException {
        Revisions revisions = Revisions.none()
                .add("a1", script("create table t (a text, b text); insert into t values ('x', null);"))
                .add("b2", """
                    upgrade {
                      outside transaction {
                        alter table t alter column a set not null
                        alter table t alter column b set not null
                      }
                    }
                    """);
        apply(revisions, "a1");

        Outcome.Stopped stopped = (Outcome.Stopped) move(revisions, "b2");

        assertThat(stopped.finishedStatements()).isEqualTo(1);
        assertThat(text("t")).contains("a text not null").doesNotContain("b text not null");
        assertThat(rows("select * from t")).containsExactly("x|null");
        assertThat(rows("select name from sqlite_master where name like 'mig_new%'"))
                .isEmpty();
        execute("update t set b = 'y'");
        apply(revisions, "b2");
        assertThat(text("t")).contains("a text not null", "b text not null");
    }

    @Test
    void rowsThatReferToNothingStopItAll() throws SQLException {
        Revisions revisions = Revisions.none().add("a1", """
            upgrade {
              create table users { id integer primary key }
              create table orders { id integer primary key, user_id integer }
              insert into orders (id, user_id) values (1, 99)
            }
            """).add("b2", """
                upgrade {
                  insert into orders (id) values (2)
                  alter table orders add foreign key (user_id) references users (id)
                }
                """);
        apply(revisions, "a1");

        Outcome.Stopped stopped = (Outcome.Stopped) move(revisions, "b2");

        assertThat(stopped.why().code()).isEqualTo(Code.FOREIGN_KEYS_BROKEN);
        assertThat(stopped.why().message())
                .isEqualTo("table \"orders\" has rows that refer to rows of \"users\" which are not there");
        assertThat(rows("select id from orders")).containsExactly("1");
        assertThat(text("orders")).doesNotContain("references");
    }

    @Test
    void whatWasBrokenBeforeIsNotHeldAgainstIt() throws SQLException {
        Revisions revisions = Revisions.none()
                .add(
                        "a1",
                        script("create table p (id integer primary key); create table c (a text, p integer references"
                                + " p (id)); insert into c values ('x', 5);"))
                .add("b2", "upgrade {\n  alter table c alter column a set not null\n}");
        apply(revisions, "b2");
        assertThat(rows("select * from c")).containsExactly("x|5");
    }

    @Test
    void aDeleteBesideARebuildMayNotLeaveOrphans() throws SQLException {
        url += "?foreign_keys=on";
        Revisions revisions = Revisions.none().add("a1", """
            upgrade {
              create table users { id integer primary key, name text }
              create table orders { id integer primary key, user_id integer references users (id) on delete cascade }
              insert into users (id) values (1), (2)
              insert into orders (id, user_id) values (1, 1), (2, 2)
            }
            """).add("b2", """
                upgrade {
                  delete from users where (id = 2)
                  alter table users alter column name type varchar(50)
                }
                """);
        apply(revisions, "a1");

        assertThat(((Outcome.Stopped) move(revisions, "b2")).why().code()).isEqualTo(Code.FOREIGN_KEYS_BROKEN);
        assertThat(rows("select id from users")).containsExactly("1", "2");
        assertThat(rows("select id from orders")).containsExactly("1", "2");
    }

    @Test
    void aTableThatOthersReferToIsNotDroppedUnderThem() throws SQLException {
        url += "?foreign_keys=on";
        execute("create table users (id integer primary key)");
        execute("create table orders (user_id integer references users (id) on delete cascade)");
        execute("insert into users values (1)");
        execute("insert into orders values (1)");
        Revisions revisions = Revisions.none().add("a1", "upgrade {\n  drop table users\n}");

        Outcome.Stopped stopped = (Outcome.Stopped) move(revisions, "a1");

        assertThat(stopped.why().code()).isEqualTo(Code.STILL_NEEDED);
        assertThat(rows("select * from orders")).containsExactly("1");
    }

    @Test
    void aVirtualTableIsLeftAlone() throws SQLException {
        Revisions revisions = Revisions.none()
                .add("a1", script("create virtual table f using fts5 (a, b);"))
                .add("b2", "upgrade {\n  alter table f alter column a set not null\n}");
        assertThat(((Outcome.Stopped) move(revisions, "b2")).why().code()).isEqualTo(Code.DATABASE_LACKS);
    }

    // ---- tools

    private static String script(String sql) {
        return "upgrade {\n  script \"\"\"\n" + sql + "\n\"\"\"\n}";
    }

    private static String body(Revisions revisions, String id) {
        String text = revisions.text(id);
        return text.substring(text.indexOf("upgrade {"));
    }

    private void apply(Revisions revisions, String target) {
        assertThat(move(revisions, target)).isInstanceOf(Outcome.Applied.class);
    }

    private Outcome move(Revisions revisions, String target) {
        TestSqlite database = TestSqlite.at(url);
        try (Connections connections = new Connections(database.access());
                JdbcRunner runner = JdbcRunner.open(
                        connections,
                        OwnTables.DEFAULT,
                        database.dialect(),
                        new Operator("ann", "desk", 42, "mig"),
                        RunOptions.DEFAULT,
                        RunListener.SILENT)) {
            return runner.run(revisions.upgrade(runner.rows(), target, database.dialect()), it -> null);
        }
    }

    /** All that SQLite says of the structure, but for the text of the one table. */
    private List<String> told() throws SQLException {
        List<String> told = new ArrayList<>(
                rows("select type, name, tbl_name, sql from sqlite_master where name <> 'Every Thing' and name not"
                        + " like 'mig%' and name not like 'sqlite_autoindex_%' order by type, name"));
        for (String pragma : List.of("table_xinfo", "foreign_key_list")) {
            told.addAll(rows("select * from pragma_" + pragma + "('Every Thing')"));
        }
        told.addAll(
                rows("select name, \"unique\", origin, partial from pragma_index_list('Every Thing') order by name"));
        told.addAll(rows("select * from pragma_foreign_key_list('child')"));
        return told;
    }

    private String text(String name) throws SQLException {
        return rows("select sql from sqlite_master where name = '" + name + "'").getFirst();
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return TestSqlite.rows(connection, sql).stream()
                    .map(it -> String.join("|", it))
                    .toList();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            TestSqlite.execute(connection, sql);
        }
    }
}
