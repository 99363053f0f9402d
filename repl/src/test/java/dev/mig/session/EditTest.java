package dev.mig.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.project.ProcessEnvironment.Terminal;
import dev.mig.session.CommandLineSession.Result;
import dev.mig.source.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The editor is a shell script here, which is why these are no sessions of words alone. */
@DisabledOnOs(OS.WINDOWS)
class EditTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void aProject() throws IOException {
        Files.writeString(folder.resolve("migrate.toml"), "");
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/a 1.mig"), "revision a1 'one'\n\nupgrade {\n}\n");
    }

    @Test
    void theEditorGetsTheFileAndItsOwnOptions() throws IOException {
        Result result = edit(Map.of("VISUAL", script("printf '%s' \"$1\" >> \"$2\"") + " --wait", "EDITOR", "false"));

        assertThat(result.out()).isEqualTo("edited  migrations/a 1.mig\n");
        assertThat(folder.resolve("migrations/a 1.mig")).content().endsWith("}\n--wait");
    }

    @Test
    void whatIsWrongAfterwardsIsSaidAtOnce() throws IOException {
        Result result = edit(Map.of("EDITOR", script("echo 'downgrade atuo' >> \"$1\"")));

        assertThat(result.exit()).isEqualTo(Exit.MIGRATIONS);
        assertThat(result.err()).contains("error[MIG-", "a 1.mig:5:");
    }

    @Test
    void anEditorThatFailsOrIsNotSetIsSaid() {
        assertThat(edit(Map.of()).err()).contains("no editor is set", "export EDITOR=vi");
        Result failed = edit(Map.of("EDITOR", "exit 3;"));
        assertThat(failed.err()).contains("ended with exit code 3");
        assertThat(failed.exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void aNewRevisionCanBeEditedAtOnce() throws IOException {
        Result result = run(
                Map.of("EDITOR", script("echo '-- edited' >> \"$1\"")),
                "revision",
                "-m",
                "two",
                "--rev-id",
                "b1",
                "--edit",
                "--json");

        assertThat(result.out()).isEqualTo("{\"revision\":\"b1\",\"file\":\"migrations/20260314_b1_two.mig\"}\n");
        assertThat(folder.resolve("migrations/20260314_b1_two.mig")).content().endsWith("-- edited\n");
    }

    private Result edit(Map<String, String> environment) {
        return run(environment, "edit", "head");
    }

    private Result run(Map<String, String> environment, String... words) {
        return new CommandLineSession(folder).run(List.of(words), environment, Terminal.NONE, "");
    }

    private String script(String line) throws IOException {
        Path script = Files.writeString(folder.resolve("editor"), "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(script, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }
}
