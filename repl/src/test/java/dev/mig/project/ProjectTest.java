package dev.mig.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.session.CommandLineSession;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waited for another run plans again from what that one has left. */
class ProjectTest {
    @TempDir
    private Path folder;

    @Test
    void aDatabaseThatSomebodyElseMadeMeanwhileIsSeen() throws Exception {
        Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrate.toml"), "url = \"jdbc:sqlite:app.db\"\n");
        Files.writeString(folder.resolve("migrations/a.mig"), "revision a1\nupgrade {\n}\n");
        try (Session session = new Session()) {
            Project project = project(session);
            assertThat(project.applied().stored()).isEmpty();

            new CommandLineSession(folder).migrate("upgrade");
            project.lookAgain();

            assertThat(project.applied().stored()).containsExactly("a1");
        }
    }

    private Project project(Session session) {
        BufferedReader in = new BufferedReader(new StringReader(""));
        PrintWriter written = new PrintWriter(new StringWriter());
        ProcessEnvironment process = new ProcessEnvironment(
                folder,
                Map.of(),
                in,
                ProcessEnvironment.Questions.on(in, written),
                written,
                written,
                ProcessEnvironment.Terminal.NONE,
                Clock.systemUTC(),
                Random::new,
                "ada",
                () -> "analytical",
                "0.0.0",
                new Interruption());
        GlobalOptions options = new GlobalOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                false,
                false,
                false,
                false,
                false,
                false,
                false);
        return new Project(options, process, new Console(process, true, true, true), session);
    }
}
