package dev.mig.app;

import dev.mig.project.Interruption;
import dev.mig.source.Exit;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Runs many commands in one process, so that the build can train a start-up cache on all of them: a cache is
 * created by a single run of the Java runtime, which must load the same classes from the same jars as the tool
 * itself.
 *
 * <p>Its words are those of the commands, a {@code ;} between two. The last one runs as it does for people, from the
 * first line of the process to its end. Not a shell: the first command that fails ends it.
 *
 * <p>A command after {@code in-vain} may fail. {@code classes-beside NAME} in place of a command loads all classes of
 * the jar that holds the named class, for code that no command reaches during a build.
 */
final class Training {
    private Training() {}

    public static void main(String[] args) {
        List<String> words = new ArrayList<>();
        for (String word : args) {
            if (word.equals(";")) {
                switch (words.getFirst()) {
                    case "classes-beside" -> loadJarOf(words.getLast());
                    case "in-vain" -> run(words.subList(1, words.size()));
                    default -> perform(words);
                }
                words.clear();
            } else {
                words.add(word);
            }
        }
        Main.main(words.toArray(String[]::new));
    }

    private static void perform(List<String> words) {
        Exit exit = run(words);
        if (exit != Exit.OK) {
            System.exit(exit.number());
        }
    }

    private static Exit run(List<String> words) {
        System.out.println("$ migrate " + String.join(" ", words));
        // The shell asks its terminal; during training that is a file of keys, which JLine treats as a dumb terminal.
        System.setProperty("mig.terminal", words.contains("shell") ? "012" : "");
        return Main.run(words, new Interruption());
    }

    private static void loadJarOf(String className) {
        ClassLoader loader = Training.class.getClassLoader();
        try {
            Path jar = Path.of(Class.forName(className, false, loader)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (JarFile file = new JarFile(jar.toString())) {
                file.stream()
                        .map(JarEntry::getName)
                        .filter(it -> it.endsWith(".class") && !it.startsWith("META-INF/"))
                        .map(it ->
                                it.substring(0, it.length() - ".class".length()).replace('/', '.'))
                        .forEach(it -> load(it, loader));
            }
        } catch (ReflectiveOperationException | URISyntaxException | IOException e) {
            throw new IllegalStateException("no jar of " + className, e);
        }
    }

    /** A class may extend one of a library that is optional and not there. */
    private static void load(String className, ClassLoader loader) {
        try {
            Class.forName(className, false, loader);
        } catch (ClassNotFoundException | LinkageError optional) {
            System.out.println("without " + className);
        }
    }
}
