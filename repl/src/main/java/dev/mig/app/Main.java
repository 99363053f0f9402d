package dev.mig.app;

import dev.mig.command.CommandRegistry;
import dev.mig.command.Migrate;
import dev.mig.project.Interruption;
import dev.mig.project.ProcessEnvironment;
import dev.mig.source.Code;
import dev.mig.source.Exit;
import dev.mig.terminal.ShellCommand;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The entry point: collects the process environment, runs the command line, and exits with its exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Terminals that were not switched to line drawing show letters instead.
        System.setProperty("org.jline.utils.disableAlternateCharset", "true");
        Interruption interruption = new Interruption();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Signals.waitFor(interruption, ended)));
        Exit exit = run(List.of(args), interruption);
        ended.countDown();
        // Returning exits with 0 as well, and does not load the logger that the runtime uses to record an exit.
        if (exit != Exit.OK || !isAlone()) {
            System.exit(exit.number());
        }
    }

    /** A thread left behind by a driver would keep the process alive. */
    private static boolean isAlone() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!thread.isDaemon() && !thread.equals(Thread.currentThread())) {
                return false;
            }
        }
        return true;
    }

    static Exit run(List<String> words, Interruption interruption) {
        Output out = new Output(new FileOutputStream(FileDescriptor.out));
        ProcessEnvironment process = process(interruption, out);
        Exit exit = new Migrate(ShellCommand.in(new CommandRegistry())).run(words, process);
        if (exit == Exit.OK && out.loss().isPresent()) {
            Code code = Code.FILE_UNWRITABLE;
            process.err()
                    .println("error[" + code.id() + "]: the output cannot be written: "
                            + out.loss().get());
            process.err().flush();
            return code.exit();
        }
        return exit;
    }

    private static ProcessEnvironment process(Interruption interruption, OutputStream out) {
        Terminals terminals = Terminals.ofThisProcess();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, charset(terminals.in(), "stdin.encoding")));
        PrintWriter err = writer(System.err, charset(terminals.err(), "stderr.encoding"));
        return new ProcessEnvironment(
                Path.of("").toAbsolutePath(),
                System.getenv(),
                in,
                ProcessEnvironment.Questions.on(in, err),
                writer(out, charset(terminals.out(), "stdout.encoding")),
                err,
                new ProcessEnvironment.Terminal(terminals.in(), terminals.out(), terminals.err(), Terminals::width),
                Clock.systemUTC(),
                SecureRandom::new,
                System.getProperty("user.name", ""),
                () -> Host.name(System.getenv()),
                Version.text(),
                interruption);
    }

    private static PrintWriter writer(OutputStream stream, Charset charset) {
        return new PrintWriter(new OutputStreamWriter(stream, charset), false);
    }

    /** A terminal's encoding comes from the system; files and pipes get UTF-8 whatever the locale. */
    private static Charset charset(boolean terminal, String property) {
        String name = System.getProperty(property, "UTF-8");
        return terminal && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }
}
