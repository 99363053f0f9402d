package dev.mig.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.session.CommandLineSession.Result;
import dev.mig.source.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor finds. What the first two lines say hangs on the machine. */
class DoctorTest {
    @TempDir
    private Path folder;

    private CommandLineSession session;

    @BeforeEach
    void aProject() throws IOException {
        session = new CommandLineSession(folder);
        write("migrations/a.mig", """
            revision a1 'first'

            upgrade {
              create table t { id integer }
            }

            downgrade auto
            """);
    }

    @Test
    void everythingIsRight() {
        assertThat(session.migrate("doctor").out().lines().skip(2))
                .containsExactly(
                        "right  configuration  no migrate.toml: everything is as it is by default",
                        "right  revisions      1 in migrations, head a1",
                        "right  env.js         there is none",
                        "right  database       jdbc:h2:" + folder + "/data/app: not there yet, an upgrade makes it",
                        "right  version table  alembic_version at base",
                        "right  history        files and database agree, 1 pending");
        session.migrate("upgrade");

        Result result = session.migrate("doctor");

        assertThat(result.exit()).isEqualTo(Exit.OK);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .matches("(?s)right  program        migrate .*, Java \\d.*")
                .containsPattern("right  database       H2 \\S+ .*jdbc:h2:.*/data/app\n")
                .contains("right  version table  alembic_version at a1\n")
                .endsWith("right  history        files and database agree, nothing is pending\n");
    }

    @Test
    void whatIsWrongDoesNotHideWhatElseIs() throws IOException {
        write("migrations/b.mig", "revision b2 'second'\nrevises zz\nupgrade { }\n");
        write("env.js", "export function configure(config) { config.urll = 'x' }");

        Result result = session.migrate("doctor");

        assertThat(result.exit()).isEqualTo(Exit.MIGRATIONS);
        assertThat(result.out().lines().skip(3))
                .containsExactly("wrong  revisions      MIG-202", "wrong  env.js         MIG-133");
        assertThat(result.err()).contains("error[MIG-202]").contains("error[MIG-133]");
    }

    @Test
    void withoutADatabaseTheRestIsLookedAt() {
        Result result = session.migrate("doctor", "--url", "jdbc:h2:tcp://localhost:9/app");

        assertThat(result.exit()).isEqualTo(Exit.CONNECTION);
        assertThat(result.out()).contains("right  revisions").endsWith("wrong  database       MIG-401\n");
    }

    @Test
    void whatDoesNotAgreeIsDoubtful() throws IOException {
        session.migrate("upgrade");
        Files.delete(folder.resolve("migrations/a.mig"));

        Result result = session.migrate("doctor");

        assertThat(result.exit()).isEqualTo(Exit.OK);
        assertThat(result.out()).contains("doubtful  history        MIG-").contains("migrate restore a1");
    }

    @Test
    void programsReadWhatItFound() {
        assertThat(session.migrate("doctor", "--json", "--url", "jdbc:h2:tcp://localhost:9/app")
                        .out())
                .startsWith("{\"error\":{\"code\":\"MIG-401\"")
                .contains("\"checks\":[{\"check\":\"program\",\"state\":\"right\",")
                .contains("{\"check\":\"database\",\"state\":\"wrong\",\"seen\":\"MIG-401\",\"problems\":[{");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
