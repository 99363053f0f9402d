package dev.mig.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.session.CommandLineSession.Result;
import dev.mig.source.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that nobody managed is taken over: its tables are looked at before anything runs. */
class OutsideTablesTest {
    private static final String CHANGES = """
        alter table people {
            alter column name type varchar(80)
            alter column name set not null
            alter column age set default 18
            add column email varchar(100)
            drop column nick
            rename column note to remark
          }\
        """;

    @TempDir
    private Path folder;

    private CommandLineSession session;

    @BeforeEach
    void aDatabaseThatNobodyManaged() throws Exception {
        session = new CommandLineSession(folder);
        Files.createDirectories(folder.resolve("migrations"));
        Files.createDirectories(folder.resolve("data"));
        sql("create table people (id bigint primary key, name varchar(20) default 'nobody', age integer,"
                + " nick varchar(5), note varchar(9))");
        sql("create view adults as select * from people where age >= 18");
        sql("insert into people (id, name) values (1, 'Ada')");
    }

    @Test
    void theWayBackIsDerivedFromWhatTheDatabaseSays() throws Exception {
        sql("drop view adults");
        write("aa11", "", CHANGES, "downgrade auto");
        List<String> before = columns();

        Result up = session.migrate("upgrade");

        assertThat(up.err()).isEmpty();
        assertThat(columns())
                .containsExactly(
                        "AGE INTEGER YES 18",
                        "EMAIL CHARACTER VARYING(100) YES null",
                        "ID BIGINT NO null",
                        "NAME CHARACTER VARYING(80) NO 'nobody'",
                        "REMARK CHARACTER VARYING(9) YES null");

        Result shown = session.migrate("downgrade", "base", "--dry-run");
        Result down = session.migrate("downgrade", "base");

        assertThat(shown.err()).isEmpty();
        assertThat(shown.out()).containsIgnoringCase("alter table people drop column email");
        assertThat(down.err()).isEmpty();
        assertThat(columns()).isEqualTo(before);
    }

    @Test
    void stampedRevisionsNeedNotHaveCreatedIt() throws Exception {
        sql("drop view adults");
        write("aa11", "", "create table other { id bigint }", "downgrade auto");
        write("bb22", "revises aa11", "alter table people { alter column age drop default }", "downgrade auto");
        sql("alter table people alter column age set default 7");
        session.migrate("stamp", "aa11");

        assertThat(session.migrate("upgrade").err()).isEmpty();
        assertThat(columns()).contains("AGE INTEGER YES null");
        assertThat(session.migrate("downgrade", "-1").err()).isEmpty();
        assertThat(columns()).contains("AGE INTEGER YES 7");
    }

    @Test
    void aWayBackByHandMeetsTheTableAsItIs() throws Exception {
        sql("drop view adults");
        write(
                "aa11",
                "",
                "alter table people drop column note",
                "downgrade {\n  alter table people add column note varchar(9)\n}");
        List<String> before = columns();

        assertThat(session.migrate("upgrade").err()).isEmpty();
        assertThat(session.migrate("downgrade", "base").err()).isEmpty();

        assertThat(columns()).isEqualTo(before);
    }

    @Test
    void aSlipInItsNameIsFoundBeforeAnythingRuns() throws Exception {
        write("aa11", "", "create table fresh { id bigint }\n  insert into peple (id) values (2)", "downgrade auto");

        Result result = session.migrate("upgrade");

        assertThat(result.exit()).isEqualTo(Exit.MIGRATIONS);
        assertThat(result.err())
                .contains("error[MIG-101]: table \"peple\" does not exist")
                .contains("did you mean \"people\"?")
                .contains("the database does not have it");
        assertThat(tables()).doesNotContain("FRESH");
    }

    @Test
    void aSlipInAColumnIsFoundToo() throws Exception {
        write("aa11", "", "update people set agee = 3", "downgrade none");

        Result result = session.migrate("upgrade", "--dry-run");

        assertThat(result.exit()).isEqualTo(Exit.MIGRATIONS);
        assertThat(result.err()).contains("column \"agee\" does not exist on table people");
    }

    @Test
    void whatIsThereAndNoTableIsLeftAlone() throws Exception {
        write("aa11", "", "delete from adults where (id = 1)", "downgrade none");

        assertThat(session.migrate("upgrade").err()).isEmpty();
    }

    @Test
    void withoutADatabaseItIsUnchecked() throws Exception {
        write("aa11", "", "insert into peple (id) values (2)", "downgrade none");

        assertThat(session.migrate("validate").exit()).isEqualTo(Exit.OK);
    }

    @Test
    void aDatabaseThatDoesNotExistYetHasNoSuchTable() throws Exception {
        write("aa11", "", "create table people { id bigint }\n  insert into peple (id) values (2)", "downgrade none");

        Result result = session.migrate("upgrade", "--url", "jdbc:h2:./data/fresh");

        assertThat(result.exit()).isEqualTo(Exit.MIGRATIONS);
        assertThat(result.err()).contains("table \"peple\" does not exist").contains("did you mean \"people\"?");
    }

    private void write(String id, String revises, String upgrade, String downgrade) throws IOException {
        Files.writeString(
                folder.resolve("migrations/" + id + ".mig"), """
                    revision  %s '%s'
                    %s

                    upgrade {
                      %s
                    }

                    %s
                    """.formatted(id, id, revises, upgrade, downgrade));
    }

    private List<String> columns() throws SQLException {
        return query("select column_name || ' ' || data_type || case when data_type like 'CHAR%' then '('"
                + " || character_maximum_length || ')' else '' end || ' ' || is_nullable || ' '"
                + " || coalesce(column_default, 'null') from information_schema.columns where table_name = 'PEOPLE'"
                + " order by 1");
    }

    private List<String> tables() throws SQLException {
        return query("select table_name from information_schema.tables where table_schema = 'PUBLIC'");
    }

    private List<String> query(String text) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(text)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private void sql(String text) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:" + folder.toAbsolutePath() + "/data/app", "sa", "");
    }
}
