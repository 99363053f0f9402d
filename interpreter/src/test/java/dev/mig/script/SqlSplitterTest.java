package dev.mig.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.source.Source;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Scripts and their statements, by the rules of four databases. */
class SqlSplitterTest {
    private static final SqlLexicon H2 = H2Style.STYLE.lexicon();
    private static final SqlLexicon POSTGRESQL = PostgresqlStyle.STYLE.lexicon();
    private static final SqlLexicon MYSQL = MysqlStyle.MARIADB.lexicon();
    private static final SqlLexicon SQLITE = SqliteStyle.STYLE.lexicon();

    @Test
    void aSemicolonEndsAStatementAndTheLastNeedsNone() {
        assertThat(split(H2, "a; b ;\n;; c")).containsExactly("a", "b", "c");
        assertThat(split(H2, "")).isEmpty();
        assertThat(split(H2, " ; -- nothing\n /* at all */ ")).isEmpty();
    }

    @Test
    void notInsideQuotes() {
        assertThat(split(H2, "a ';' \";\" `;` b; c")).containsExactly("a ';' \";\" `;` b", "c");
        assertThat(split(H2, "a 'it''s;'; b")).containsExactly("a 'it''s;'", "b");
        assertThat(split(H2, "a '\\'; b")).containsExactly("a '\\'", "b");
        assertThat(split(MYSQL, "a '\\';'; b")).containsExactly("a '\\';'", "b");
        assertThat(split(POSTGRESQL, "a '\\'; b E'\\';'; c")).containsExactly("a '\\'", "b E'\\';'", "c");
        assertThat(split(SQLITE, "a [;]; b")).containsExactly("a [;]", "b");
    }

    @Test
    void notInsideCommentsWhichStayInsideAStatementOnly() {
        assertThat(split(H2, "-- x;\na -- ;\n b /* ; */ c; // ;\n d /* e */;"))
                .containsExactly("a -- ;\n b /* ; */ c", "d");
        assertThat(split(H2, "a /* /* ; */ ; */ b; c")).containsExactly("a /* /* ; */ ; */ b", "c");
        assertThat(split(MYSQL, "a /* /* ; */ b; c # ;\n; d --;\n")).containsExactly("a /* /* ; */ b", "c", "d --");
    }

    @Test
    void notInsideDollarQuotes() {
        assertThat(split(H2, "a $$ ; ' $$; b")).containsExactly("a $$ ; ' $$", "b");
        assertThat(split(POSTGRESQL, "a $f$ ; $$ ; $f$; b")).containsExactly("a $f$ ; $$ ; $f$", "b");
        assertThat(split(POSTGRESQL, "a $1; b x$y$z; c")).containsExactly("a $1", "b x$y$z", "c");
    }

    @Test
    void notInsideTheBodiesOfPrograms() {
        String trigger = "create trigger t after insert on a begin update b set c = case when 1 then 2 end; end";
        String nameless = "begin not atomic if a then b; end if; c; end";
        assertThat(split(MYSQL, nameless + "; d; begin; e; commit"))
                .containsExactly(nameless, "d", "begin", "e", "commit");
        assertThat(split(SQLITE, trigger + "; select 1; begin; commit"))
                .containsExactly(trigger, "select 1", "begin", "commit");
        String procedure =
                "create procedure p() begin if x then set y = 1; end if; while z do begin end; end while; end";
        assertThat(split(MYSQL, procedure + "; call p()")).containsExactly(procedure, "call p()");
        String function = "create function f() returns int begin atomic select 1; select 2; end";
        assertThat(split(POSTGRESQL, function + "; begin; select 3")).containsExactly(function, "begin", "select 3");
    }

    @Test
    void aBodyEndsWhereItsOwnEndStands() {
        for (String body : List.of(
                "create procedure p() begin if a then b; elseif c then d; else e; end if; f; end",
                "create procedure p() begin l: loop leave l; end loop l; repeat a; until b end repeat; end",
                "create procedure p() begin case x when 1 then a; else b; end case; select case 1 when 1 then 2 end; end",
                "create procedure p() begin set @a = if(1, 2, 3), @b = `end`; begin a; end; end",
                "create procedure p() l: begin declare exit handler for sqlexception begin a; end; b; end l",
                "create function f() returns int return if(a, b, c)",
                "create trigger t before insert on u for each row set new.a = case when b then c else d end",
                "create definer = x trigger t before insert on u for each row begin a; b; end",
                "create event e on schedule every 1 day do begin a; b; end",
                "create procedure p() begin -- end;\n a; # end;\n b; /* end; */ end")) {
            assertThat(split(MYSQL, body + "; next")).containsExactly(body, "next");
        }
        for (String body : List.of(
                "create temp trigger if not exists t after update on a when new.b begin select case 1 when 2 then 3 end; end",
                "create trigger t after insert on a begin insert into \"end\" values ('end;'); update [begin] set c = 1; end")) {
            assertThat(split(SQLITE, body + "; next")).containsExactly(body, "next");
        }
        for (String body : List.of(
                "create procedure p() begin atomic insert into a values (1); select case when b then c end; end",
                "create or replace function f(a int) returns int language sql begin atomic select a; end",
                "create function f() returns int as $$ begin return 1; end; $$ language plpgsql",
                "do $do$ begin perform $a$;$a$; end $do$")) {
            assertThat(split(POSTGRESQL, body + "; next")).containsExactly(body, "next");
        }
        assertThat(split(H2, "create alias f as $$ int f() { return 1; } $$; next"))
                .containsExactly("create alias f as $$ int f() { return 1; } $$", "next");
    }

    @Test
    void onlyAnEOfItsOwnEscapes() {
        assertThat(split(POSTGRESQL, "a date'\\'; b e'\\';'; c U&'\\'; d U&\"\\\"; e N'\\'; f"))
                .containsExactly("a date'\\'", "b e'\\';'", "c U&'\\'", "d U&\"\\\"", "e N'\\'", "f");
        assertThat(split(MYSQL, "a--; b")).containsExactly("a--", "b");
        assertThat(split(MYSQL, "a \"\\\";\"; b '';';'; c")).containsExactly("a \"\\\";\"", "b ''", "';'", "c");
    }

    @Test
    void theDelimiterCommandIsMySqls() {
        assertThat(split(MYSQL, "delimiter //\ncreate x a; b;//\nDELIMITER ;\nc; d"))
                .containsExactly("create x a; b;", "c", "d");
    }

    @Test
    void eachStatementKnowsWhereItStands() {
        List<SqlSplitter.Piece> pieces = SqlSplitter.split(new Source("s.sql", "-- x\na;\n  b\n  c;"), H2);
        assertThat(pieces).extracting(it -> it.span().location()).containsExactly("s.sql:2:1", "s.sql:3:3");
    }

    @Test
    void whatIsNeverClosedIsToldAtItsBeginning() {
        for (String open : List.of("'x;", "\"x;", "/* x;", "$$ x;")) {
            SqlSplitter.Piece last =
                    SqlSplitter.split(new Source("s.sql", "a;\nb " + open), H2).getLast();
            assertThat(last.unclosed()).as(open).isNotNull();
            assertThat(last.span().location()).isEqualTo("s.sql:2:3");
        }
    }

    /** Nothing is lost and nothing is made up: what stands between the statements holds no statement. */
    @Test
    void thePartsAndWhatIsBetweenThemAreTheScript() {
        Random random = new Random(4);
        List<String> bits = List.of(
                "a",
                "1",
                ";",
                " ",
                "\n",
                "'",
                "''",
                "\"",
                "`",
                "[",
                "]",
                "$",
                "$$",
                "$t$",
                "--",
                "-- ",
                "#",
                "//",
                "/*",
                "*/",
                "/*!",
                "\\",
                "E'",
                "begin",
                "end",
                "case",
                "if",
                "create trigger t",
                "create function f()",
                "delimiter //",
                "atomic",
                "\ud83d\ude00",
                "\u0000");
        for (SqlLexicon lexicon : List.of(H2, POSTGRESQL, MYSQL, SQLITE)) {
            for (int round = 0; round < 5_000; round++) {
                StringBuilder made = new StringBuilder();
                for (int i = random.nextInt(30); i > 0; i--) {
                    made.append(bits.get(random.nextInt(bits.size()))).append(random.nextBoolean() ? " " : "");
                }
                String script = made.toString();
                Source source = new Source("s.sql", script);
                int at = 0;
                for (SqlSplitter.Piece piece : SqlSplitter.split(source, lexicon)) {
                    int start = piece.unclosed() == null
                            ? piece.span().start()
                            : script.length() - piece.sql().length();
                    assertThat(start).as(script).isGreaterThanOrEqualTo(at);
                    assertThat(script.startsWith(piece.sql(), start)).as(script).isTrue();
                    assertThat(piece.sql()).as(script).isNotBlank();
                    if (!script.toLowerCase(Locale.ROOT).contains("delimiter")) {
                        assertThat(split(lexicon, script.substring(at, start)))
                                .as(script)
                                .isEmpty();
                    }
                    at = start + piece.sql().length();
                }
                if (!script.toLowerCase(Locale.ROOT).contains("delimiter")) {
                    assertThat(split(lexicon, script.substring(at))).as(script).isEmpty();
                }
            }
        }
    }

    @Test
    void theFirstWordIsFoundPastCommentsAndBrackets() {
        assertThat(SqlSplitter.firstWord("-- x\n /* y */ ( SELECT 1)")).isEqualTo("select");
        assertThat(SqlSplitter.firstWord("")).isEmpty();
    }

    private static List<String> split(SqlLexicon lexicon, String script) {
        return SqlSplitter.split(new Source("s.sql", script), lexicon).stream()
                .map(SqlSplitter.Piece::sql)
                .toList();
    }
}
