package dev.mig.app;

import dev.mig.project.Interruption;
import dev.mig.source.Exit;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs many commands in one process, so that the build can train the start-up cache on all of them: a cache is
 * created by a single run of the Java runtime, which must load the same classes from the same jars as the tool
 * itself.
 *
 * <p>Its words are those of the commands, a {@code ;} between two. The last one runs as it does for people, from the
 * first line of the process to its end. Not a shell: the first command that fails ends it.
 */
final class Training {
    private Training() {}

    public static void main(String[] args) {
        List<String> words = new ArrayList<>();
        for (String word : args) {
            if (word.equals(";")) {
                perform(words);
                words.clear();
            } else {
                words.add(word);
            }
        }
        Main.main(words.toArray(String[]::new));
    }

    private static void perform(List<String> words) {
        System.out.println("$ migrate " + String.join(" ", words));
        // The shell asks its terminal; during training that is a file of keys, which JLine treats as a dumb terminal.
        System.setProperty("mig.terminal", words.contains("shell") ? "012" : "");
        Exit exit = Main.run(words, new Interruption());
        if (exit != Exit.OK) {
            System.exit(exit.number());
        }
    }
}
