package dev.mig.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.session.CommandLineSession.Result;
import dev.mig.source.Exit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own that gets a signal in the middle of a statement, as from Ctrl-C or from who ends a build: it says
 * where it stopped, leaves nothing half done and no lock, and the next run goes on.
 */
record SignalledRun(Path folder, String url) {
    private static final long PATIENCE_SECONDS = 30;

    /**
     * @param signal such as {@code INT}
     * @param exit what the process ends with
     * @param slow a statement that would take an hour
     */
    void stops(String signal, int exit, String slow) throws IOException, InterruptedException {
        write("migrate.toml", "url = \"" + url + "\"\n");
        write("migrations/1.mig", "revision aa11\nupgrade {\n  create table t { id bigint primary key }\n}\n");
        write("migrations/2.mig", second(slow));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = start(out, err);
        try {
            while (!Files.readString(out).contains("upgrade aa11")) {
                assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
                Thread.sleep(10);
            }
            // It may be before the statement or in it: both have to end.
            Thread.sleep(200);
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(exit);
        assertThat(Files.readString(out)).startsWith("upgrade aa11").doesNotContain("bb22", "now at");
        assertThat(Files.readString(err))
                .startsWith("error[MIG-")
                .contains("interrupted in", "of revision \"bb22\", which is not applied")
                .contains("then go on: migrate upgrade bb22")
                .doesNotContain("\tat ");

        CommandLineSession session = new CommandLineSession(folder);
        Result status = session.migrate("status", "--json");
        assertThat(status.out()).contains("\"rows\":[\"aa11\"]", "\"problems\":[]");
        write("migrations/2.mig", second("insert into t (id) values (1)"));
        Result again = session.migrate("upgrade", "--run-timeout", "1s");
        assertThat(again.err()).isEmpty();
        assertThat(again.exit()).isEqualTo(Exit.OK);
    }

    private static String second(String sql) {
        return "revision bb22\nrevises aa11\nupgrade {\n  sql \"\"\" " + sql + " \"\"\" reverse nothing\n}\n";
    }

    private Process start(Path out, Path err) throws IOException, InterruptedException {
        Files.writeString(out, "");
        List<String> command = new ArrayList<>(heedingCtrlC());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.mig.app.Main",
                "upgrade"));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    /**
     * A build in the background of a script ignores SIGINT, and so does every process that it starts. GNU's env takes that
     * back; one that cannot is not asked to.
     */
    private static List<String> heedingCtrlC() throws IOException, InterruptedException {
        List<String> env = List.of("env", "--default-signal=INT");
        List<String> probe = new ArrayList<>(env);
        probe.add("true");
        boolean can = new ProcessBuilder(probe)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
        return can ? env : List.of();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
