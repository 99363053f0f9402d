package dev.mig.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.project.Interruption;
import dev.mig.project.ProcessEnvironment;
import dev.mig.project.ProjectStatus;
import dev.mig.project.Session;
import dev.mig.session.CommandLineSession;
import dev.mig.source.Exit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser.ParseContext;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tab key lists at a prompt, by what stands before it. */
class LineCompleterTest {
    @TempDir
    private Path project = Path.of("");

    /** Moves up as far as {@code orders}, and lists what could stand at the end of the line. */
    private final class Prompt extends CommandLineSession {
        Prompt() {
            super(project);
        }

        @Override
        protected Exit perform(List<String> words, ProcessEnvironment process) {
            try (LineExecutor executor = new LineExecutor(process, new Session(), List.of());
                    Terminal screen = ScreenTerminal.withTerminal("test", "xterm-256color", 60, 40)
                            .terminal()) {
                assertThat(executor.perform("bb22", executor.status()::names, new Interruption()))
                        .hasValue(Exit.OK);
                ProjectStatus status = executor.status();
                LineReader reader = LineReaderBuilder.builder().terminal(screen).build();
                String line = words.getFirst();
                List<Candidate> found = new ArrayList<>();
                new LineCompleter(executor, () -> status, project, false)
                        .complete(reader, new LineParser().parse(line, line.length(), ParseContext.COMPLETE), found);
                found.forEach(it -> process.out()
                        .println("| " + AttributedString.fromAnsi(it.displ()).toString()));
                return Exit.OK;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    @BeforeEach
    void aProject() throws IOException {
        Files.writeString(project.resolve("migrate.toml"), "url = \"jdbc:h2:./data/shop\"\n[env.prod]\nuser = \"a\"\n");
        Files.createDirectories(project.resolve("migrations"));
        revision("aa11", "'users'", "create table users { id bigint primary key; name text }");
        revision("bb22", "'orders'\nrevises aa11\nbranch shop", "create table orders { total decimal(9,2) }");
        revision("cc33", "'more columns than anybody would want to have'\nrevises bb22", "drop table orders");
    }

    private void revision(String id, String header, String statement) throws IOException {
        Files.writeString(
                project.resolve("migrations/" + id + ".mig"),
                "revision " + id + " " + header + "\nupgrade {\n  " + statement + "\n}\n");
    }

    private List<String> listed(String line) {
        return Arrays.stream(new Prompt().migrate(line).out().split("\n"))
                .filter(it -> it.startsWith("| "))
                .map(it -> it.substring(2))
                .toList();
    }

    @Test
    void commandsWithWhatTheyDo() {
        assertThat(listed("dow")).containsExactly("downgrade  revert revisions");
        assertThat(listed("help tab")).containsExactly("tables  list the tables and views of the database");
        assertThat(listed("upda")).containsExactly("update  a statement of the language");
        assertThat(listed("migrate dow")).containsExactly("downgrade  revert revisions");
    }

    @Test
    void revisionsWithTheirMessagesAndWhatIsApplied() {
        assertThat(listed("show "))
                .containsSubsequence(
                        "cc33       ○ more columns than anybody would want to have",
                        "bb22       ● orders",
                        "aa11       ● users");
        assertThat(listed("upgrade c"))
                .containsExactly(
                        "current  where the database is", "cc33     ○ more columns than anybody would want to have");
        assertThat(listed("cc")).containsExactly("cc33  ○ more columns than anybody would want to have");
    }

    @Test
    void branchesStepsAndRanges() {
        assertThat(listed("upgrade sh"))
                .containsExactly(
                        "shop@head  the newest revision of a branch", "shop       where a branch begins: orders");
        assertThat(listed("shop@")).contains("shop@base  below what only this branch has");
        assertThat(listed("shop@-")).startsWith("shop@-1  1 step down");
        assertThat(listed("+")).containsExactly("+1  1 step up", "+2  2 steps up", "+3  3 steps up");
        assertThat(listed("aa11+")).startsWith("aa11+1  1 step up");
        assertThat(listed("downgrade -"))
                .startsWith(
                        "-1                   1 step down",
                        "-2                   2 steps down",
                        "-3                   3 steps down",
                        "--allow              in a protected environment: allow the…");
        assertThat(listed("history -r aa11:bb")).containsExactly("aa11:bb22  ● orders");
    }

    @Test
    void optionsAndTheirValues() {
        assertThat(listed("upgrade --dr")).containsExactly("--dry-run  show the plan and its SQL without running it");
        assertThat(listed("-n ")).containsExactly("prod");
        assertThat(listed("fmt ")).contains("migrate.toml", "migrations/");
    }

    @Test
    void tablesColumnsAndWordsOfSql() {
        assertThat(listed("describe u")).containsExactly("users  table");
        assertThat(listed("sql select * from ord")).containsExactly("orders  table", "order");
        assertThat(listed("sql select na from users where na")).containsExactly("name  column of users");
        assertThat(listed("sql select users.")).containsExactly("id    column of users", "name  column of users");
        assertThat(listed("alter table use")).containsExactly("users  table");
    }

    @Test
    void methodsOfJavascriptAndWhatItNames() {
        assertThat(listed("op")).containsExactly("op.  a statement in JavaScript");
        assertThat(listed("op.dropTab")).containsExactly("dropTable  (name: string, options?: { ifExists?: boolean; …");
        assertThat(listed("-n prod op.create")).hasSize(8).allMatch(it -> it.startsWith("create"));
        assertThat(listed("op.dropTable('us")).containsExactly("users  table");
        assertThat(listed("op.createIndex('users', 'na")).containsExactly("name  column of users");
        assertThat(listed("op.createTable('t', t => t.uni"))
                .containsExactly("unique  (columns: Names, options?: { name?: string }): void");
        assertThat(listed("op.createTable('t', t => t.column('a', 'text').notN"))
                .containsExactly("notNull  (): Column");
        assertThat(listed("op.alterTable('t', t => { t.addUni"))
                .containsExactly("addUnique  (columns: Names, options?: NewConstraint): void");
        assertThat(listed("op.alterTable('t', t => { t.addColumn('a', 'text'); t.alterColumn('b').setNot"))
                .containsExactly("setNotNull  (): ColumnChange");
    }

    @Test
    void whatIsTooLongForTheTerminalIsCut() {
        assertThat(listed("show --v")).allMatch(it -> it.length() < 60);
        assertThat(listed("upgrade --dia"))
                .containsExactly("--dialect  with --sql, the target database: h2, postgresql…");
    }
}
