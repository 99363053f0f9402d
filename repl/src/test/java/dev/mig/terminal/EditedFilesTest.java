package dev.mig.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.session.CommandLineSession;
import dev.mig.session.CommandLineSession.Result;
import dev.mig.source.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shell that has looked through a long history once sees all the same what others do to it. */
class EditedFilesTest {
    private static final int REVISIONS = 60;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void manyRevisions() throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        for (int number = 1; number <= REVISIONS; number++) {
            write(number, "");
        }
    }

    private void write(int number, String statement) throws IOException {
        Files.writeString(
                folder.resolve("migrations/r" + number + ".mig"),
                "revision r" + number + "\n" + (number == 1 ? "" : "revises r" + (number - 1) + "\n") + "upgrade {\n  "
                        + statement + "\n}\ndowngrade auto\n");
    }

    @Test
    void whatOthersAcceptApplyAndEditIsSeen() throws IOException {
        ShellSession prompt = new ShellSession(folder);
        CommandLineSession other = new CommandLineSession(folder);
        succeeds(prompt.migrate("upgrade"));
        succeeds(prompt.migrate("upgrade"));

        write(10, "create table late { id bigint }");
        refuses(prompt.migrate("upgrade"), "r10");
        succeeds(other.migrate("accept", "r10"));
        succeeds(prompt.migrate("upgrade"));

        succeeds(other.migrate("downgrade", "-1"));
        write(60, "create table last { id bigint }");
        succeeds(other.migrate("upgrade"));
        succeeds(prompt.migrate("upgrade"));
        write(60, "");
        refuses(prompt.migrate("upgrade"), "r60");

        write(60, "create table last { id bigint }");
        succeeds(prompt.migrate("downgrade", "-2"));
        succeeds(prompt.migrate("upgrade", "+1"));
        write(59, "create table last_but_one { id bigint }");
        refuses(prompt.migrate("upgrade", "+1"), "r59");
        write(59, "");
        succeeds(prompt.migrate("upgrade", "+1"));
        prompt.filesAreGone();
    }

    private static void succeeds(Result result) {
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isEqualTo(Exit.OK);
    }

    private static void refuses(Result result, String edited) {
        assertThat(result.err()).contains("\"" + edited + "\" was applied, and means something else now");
        assertThat(result.exit()).isEqualTo(Exit.HISTORY);
    }
}
