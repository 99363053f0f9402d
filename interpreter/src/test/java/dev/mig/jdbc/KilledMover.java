package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.revision.Direction;
import dev.mig.script.Revisions;
import dev.mig.script.Script;
import dev.mig.script.ScriptStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that moves a database up and down the {@link Traces} until it is killed, and tells each step. */
final class KilledMover {
    static final String BEGUN = "begun";

    private KilledMover() {}

    static Process start(ConnectionSettings access, Path told) throws IOException {
        Files.writeString(told, "");
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMover.class.getName(),
                        access.url().text()))
                .redirectOutput(told.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] words) {
        ConnectionUrl url = new ConnectionUrl(words[0]);
        Traces traces = new Traces(Revisions.dialect(url.database().orElseThrow()));
        Revisions revisions = traces.revisions();
        RunListener teller = new RunListener() {
            @Override
            public void stepDone(ScriptStep step, long millis) {
                int number = Integer.parseInt(step.revision().substring(1));
                System.out.println(step.step().direction() == Direction.UPGRADE ? number : number - 1);
            }
        };
        try (Connections connections = new Connections(new ConnectionSettings(url, null, null));
                JdbcRunner runner = JdbcRunner.open(
                        connections,
                        OwnTables.DEFAULT,
                        traces.dialect(),
                        new Operator("ann", "desk", ProcessHandle.current().pid(), "mig"),
                        RunOptions.DEFAULT,
                        teller)) {
            System.out.println(BEGUN);
            while (true) {
                boolean down = Traces.number(runner.rows()) == traces.head();
                Script script = down
                        ? revisions.downgrade(runner.rows(), "r0", traces.dialect())
                        : revisions.upgrade(runner.rows(), "head", traces.dialect());
                if (runner.run(script, it -> null) instanceof Outcome.Stopped stopped) {
                    System.err.println(stopped.why().message() + stopped.why().hints());
                    System.exit(1);
                }
            }
        }
    }
}
