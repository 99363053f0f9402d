package dev.mig.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.command.CommandRegistry;
import dev.mig.command.Migrate;
import dev.mig.project.ProcessEnvironment;
import dev.mig.session.CommandLineSession;
import dev.mig.source.Exit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Keystrokes in, a screen out. */
class ReplTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String RIGHT = "\u001bOC";

    @TempDir
    private Path folder;

    private Path project;
    private Map<String, String> environment;

    @BeforeEach
    void threeRevisions() throws IOException {
        project = Files.createDirectories(folder.resolve("shop"));
        environment = Map.of("HOME", folder.toString(), "TERM", "xterm-256color");
        Files.writeString(project.resolve("migrate.toml"), """
            url = "jdbc:h2:./data/shop"

            [env.prod]
            protected = true
            """);
        Files.createDirectories(project.resolve("migrations"));
        revision("aa11bb22cc33", "users", "", "create table users { id bigint primary key }");
        revision("bb22cc33dd44", "orders", "revises aa11bb22cc33", "create table orders { id bigint primary key }");
        revision("cc33dd44ee55", "first user", "revises bb22cc33dd44", "insert into users (id) values (1)");
    }

    private void revision(String id, String message, String revises, String statements) throws IOException {
        Files.writeString(
                project.resolve("migrations/" + id + ".mig"), """
                    revision  %s '%s'
                    %s

                    upgrade {
                      %s
                    }

                    downgrade auto
                    """.formatted(id, message, revises, statements));
    }

    @Test
    void thePromptSaysWhereThingsStand() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("h2:shop base +3 migrate>")
                    .type("+1")
                    .sees("h2:shop aa11bb +2 migrate>")
                    .type("head")
                    .sees("h2:shop cc33dd migrate>")
                    .press(CTRL_D);
            assertThat(seat.leaves()).isEqualTo(Exit.OK);
        }
        try (TestTerminal seat = new TestTerminal(project, environment, "-n", "prod")) {
            seat.sees("prod h2:shop protected cc33dd migrate>").type("\\q");
            assertThat(seat.leaves()).isEqualTo(Exit.OK);
        }
    }

    @Test
    void aMoveIsPlannedShownUndoneAndDoneAgain() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment, "shell")) {
            seat.sees("migrate>")
                    .type("+2")
                    .sees("plan upgrade to bb22cc33dd44, 2 steps:")
                    .sees("now at bb22cc33dd44")
                    .clears()
                    .type("undo")
                    .sees("now at base")
                    .clears()
                    .type("redo")
                    .sees("now at bb22cc33dd44")
                    .clears()
                    .type("plan -1")
                    .sees("bb22cc33dd44  orders  (lossy)");
        }
    }

    @Test
    void aLossIsAskedForWithItsRows() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("migrate>")
                    .type("head")
                    .sees("now at cc33dd44ee55")
                    .type("base")
                    .sees("users  1 row, with the table")
                    .sees("go on? [y/N]")
                    .type("n")
                    .sees("nothing was changed")
                    .clears()
                    .type("base")
                    .sees("go on? [y/N]")
                    .press(CTRL_C)
                    .sees("nothing was changed")
                    .sees("h2:shop cc33dd migrate>");
        }
    }

    @Test
    void filesThatChangeAreSeenAtTheNextLine() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("+3 migrate>");
            revision("dd44ee55ff66", "more", "revises cc33dd44ee55", "create table more { id bigint primary key }");
            seat.type("heads").sees("dd44ee55ff66").sees("+4 migrate>");
            Files.writeString(project.resolve("migrations/dd44ee55ff66.mig"), "revision dd44 'mo\n");
            seat.clears().type("heads").sees("error[MIG-").sees("(broken files) migrate>");
        }
    }

    @Test
    void noLineWorksOnAnotherDatabaseThanThePromptShows() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("h2:shop base +3 migrate>");
            Files.delete(project.resolve("migrate.toml"));
            seat.type("+1")
                    .sees("nothing was run")
                    .sees("h2:app base +3 migrate>")
                    .clears()
                    .type("+1")
                    .sees("now at aa11bb22cc33");
        }
    }

    @Test
    void theTabKeyCompletesCommandsRevisionsAndOptions() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("migrate>")
                    .type("+1")
                    .sees("now at")
                    .clears()
                    .press("upgr\tb\t")
                    .sees("migrate> upgrade b")
                    .press("b\t")
                    .sees("migrate> upgrade bb22cc33dd44")
                    .press(CTRL_C)
                    .clears()
                    .press("show \t")
                    .sees("● users")
                    .sees("○ orders")
                    .press(CTRL_C)
                    .clears()
                    .press("upgrade --dr\t")
                    .sees("upgrade --dry-run")
                    .press(CTRL_C)
                    .clears()
                    .press("op.dropTable('us\t')")
                    .sees("op.dropTable('users')")
                    .press(CTRL_C)
                    .clears()
                    .press("op\tcreateTab\t('notes', t => t.col\t('id', 'bigint').iden\t())")
                    .sees("op.createTable('notes', t => t.column('id', 'bigint').identity())");
        }
    }

    @Test
    void whatWasTypedBeforeIsSuggestedAndKept() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("migrate>")
                    .type("history --graph")
                    .sees("first user")
                    .type(" heads")
                    .type("--url jdbc:h2:tcp://localhost:1/x;PASSWORD=hush current")
                    .sees("MIG-4")
                    .clears()
                    .press("hist")
                    .sees("history --graph")
                    .press(RIGHT + "\r")
                    .sees("cc33dd44ee55")
                    .type("\\q");
            assertThat(seat.leaves()).isEqualTo(Exit.OK);
        }
        try (Stream<Path> files = Files.list(folder.resolve(".local/state/migrate/history"))) {
            Path history = files.findFirst().orElseThrow();
            assertThat(history).content().contains("history --graph").doesNotContain("heads", "hush");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyThePersonCanReadTheHistory() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("migrate>").type("heads").sees("cc33").type("\\q");
            assertThat(seat.leaves()).isEqualTo(Exit.OK);
        }
        try (Stream<Path> files = Files.list(folder.resolve(".local/state/migrate/history"))) {
            assertThat(files)
                    .singleElement()
                    .extracting(it -> {
                        try {
                            return PosixFilePermissions.toString(Files.getPosixFilePermissions(it));
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void linesThatArePastedAreDoneOneAfterTheOther() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("migrate>")
                    .press(
                            "\u001b[200~+1\rsql select 40 + 2\ras answer\rcreate table a {\r  id bigint\r}\rcreate table b { id"
                                    + " bigint }\rtables\r\u001b[201~\r")
                    .sees("now at aa11")
                    .sees("ANSWER")
                    .sees("create table b (")
                    .sees("run it? [y/N]")
                    .press("y\r")
                    .sees("done: 2 statements")
                    .sees("users  id")
                    .clears()
                    .press("\u001b[200~shwo aa11\rdowngrade base\u001b[201~\r")
                    .sees("did you mean")
                    .sees("what stands behind it was not run: downgrade base")
                    .sees("aa11bb +2 migrate>");
        }
    }

    @Test
    void ctrlCTwiceLeaves() throws IOException, InterruptedException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            // What is told twice at once is one key, which somebody may hold.
            seat.sees("migrate>").press("half a line").sees("half").press(CTRL_C + CTRL_C);
            seat.clears().type("heads").sees("cc33dd44ee55").clears().press(CTRL_C);
            Thread.sleep(400);
            seat.press(CTRL_C);
            assertThat(seat.leaves()).isEqualTo(Exit.OK);
        }
    }

    @Test
    void aDumbTerminalWorksToo() throws IOException {
        Map<String, String> dumb = Map.of("HOME", folder.toString(), "TERM", "dumb");
        try (TestTerminal seat = new TestTerminal(project, dumb, "shell")) {
            seat.sees("h2:shop base +3 migrate>")
                    .type("+1")
                    .sees("now at aa11bb22cc33")
                    .type("\\q");
            assertThat(seat.leaves()).isEqualTo(Exit.OK);
        }
    }

    @Test
    void aDumbTerminalIsLeftToEchoWhatIsTyped() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        InputStream typed = new ByteArrayInputStream("heads\n\\q\n".getBytes(StandardCharsets.UTF_8));
        CommandLineSession session = new CommandLineSession(project) {
            @Override
            protected Exit perform(List<String> words, ProcessEnvironment process) {
                CommandRegistry commands = ShellCommand.in(
                        new CommandRegistry(), () -> SystemTerminal.sized(new DumbTerminal(typed, written)));
                return new Migrate(commands).run(words, process);
            }
        };

        session.run(
                List.of("shell"),
                Map.of("TERM", "dumb"),
                new ProcessEnvironment.Terminal(true, true, true, () -> 80),
                "");

        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "h2:shop base +3 migrate> cc33dd44ee55  first user (head)", "h2:shop base +3 migrate> ");
    }

    @Test
    void aRowWithoutRoomIsShownOneValueALine() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("migrate>")
                    .type("+1")
                    .sees("now at")
                    .resize(40, 30)
                    .clears()
                    .type("sql select 10 as column_a, 20 as column_b, 30 as column_c, 40 as column_d, 60 as column_e")
                    .sees("─ row 1 ─")
                    .sees("COLUMN_E  60")
                    .clears()
                    .type("sql select 10 as a, 'a text that is longer than the room is' as b")
                    .sees(" A  B")
                    .sees("10  a text that is longer than the room…");
        }
    }

    @Test
    void whatCanBeTypedIsListedAPageAtATime() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("migrate>")
                    .type("\\?")
                    .sees("Write migrations:")
                    .press(" ")
                    .sees("On a line of its own:")
                    .press("q")
                    .clears()
                    .type("heads")
                    .sees("cc33dd44ee55");
        }
    }

    @Test
    void aNarrowerWindowIsNoticed() throws IOException {
        try (TestTerminal seat = new TestTerminal(project, environment)) {
            seat.sees("migrate>")
                    .resize(60, 30)
                    .clears()
                    .type("help heads")
                    .sees("heads: migrate merge heads.")
                    .sees("print this help");
            assertThat(seat.screen().lines()).allMatch(it -> it.length() <= 60);
        }
    }
}
