package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mig.script.Revisions;
import dev.mig.script.SqlWriter;
import dev.mig.syntax.tree.Header.Timeouts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteByHandTest extends ByHandContract {
    @TempDir
    static Path folder = Path.of("");

    SqliteByHandTest() {
        // What a crash would do is tested elsewhere.
        super(TestSqlite.at("jdbc:sqlite:" + file() + "?synchronous=OFF"));
    }

    /** SQLite has written the trigger anew; the revisions do not know in which words. */
    @Test
    void aTriggerThatTheScriptWouldLoseStopsIt() throws Exception {
        Revisions revisions = Revisions.none()
                .add("a1", """
                    upgrade {
                      create table t { id integer primary key, note text }
                      create object trigger t.tr \"""
                        create trigger tr after update on t begin select new.note; end
                      \"""
                    }
                    """)
                .add("b2", "upgrade {\n  alter table t rename column note to remark\n}")
                .add("c3", """
                    upgrade {
                      alter table t alter column remark set not null
                    }
                    """);
        run(revisions.upgrade(List.of(), "b2", dialect()));
        List<String> before = structure();

        StringBuilder sql = new StringBuilder();
        new SqlWriter(dialect(), OwnTables.DEFAULT.version(), Timeouts.NONE, sql::append)
                .write(revisions.upgrade(List.of("b2"), "c3", dialect()));

        assertThatThrownBy(() -> overJdbc(sql.toString()))
                .hasMessageContaining("\"t\" has triggers or indexes that no revision knows of");
        assertThat(structure()).isEqualTo(before);
        // With a connection nothing has to be known before.
        run(revisions.upgrade(List.of("b2"), "c3", dialect()));
        assertThat(structure()).contains(before.getLast());
        assertThat(before.getLast()).startsWith("trigger tr: ").contains("new.remark");
    }

    private static Path file() {
        return folder.resolve("by_hand.db");
    }

    @Override
    Optional<Client> client() {
        return CommandLineClient.onPath("sqlite3")
                .map(it ->
                        new CommandLineClient(List.of(it.toString(), "-batch", "-bail", file().toString()), Map.of()));
    }
}
