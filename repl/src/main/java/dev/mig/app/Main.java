package dev.mig.app;

import dev.mig.source.Exit;
import java.util.List;

/** Where the process begins: hands the words over, and ends with the exit code that comes back. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Exit exit = run(List.of(args));
        System.exit(exit.number());
    }

    private static Exit run(List<String> words) {
        if (words.contains("--version")) {
            System.out.println("migrate " + Version.text());
            return Exit.OK;
        }
        System.err.println("try migrate --version");
        return Exit.USAGE;
    }
}
