package dev.mig.app;

import dev.mig.command.Interruption;
import dev.mig.source.Exit;
import java.util.ArrayList;
import java.util.List;

/**
 * Many commands in one process, so that the build can train the start-up cache on all of them: a cache comes from one
 * run of the Java runtime, which must see the same classes in the same jars as the tool itself.
 *
 * <p>Its words are those of the commands, a {@code ;} after each. Not a shell: the first command that fails ends it.
 */
final class Training {
    private Training() {}

    public static void main(String[] args) {
        List<String> words = new ArrayList<>();
        for (String word : args) {
            if (!word.equals(";")) {
                words.add(word);
                continue;
            }
            System.out.println("$ migrate " + String.join(" ", words));
            Exit exit = Main.run(words, new Interruption());
            if (exit != Exit.OK) {
                System.exit(exit.number());
            }
            words.clear();
        }
    }
}
