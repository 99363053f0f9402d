package dev.mig.files.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * The directories and environment variables that the process was started with, passed in once so that nothing else
 * asks the process.
 *
 * @param workingDirectory the folder that the person stands in: names of files are shown relative to it
 * @param directory the folder to work in: the same, or what {@code -C} says; absolute
 * @param variables the environment variables
 */
public record Invocation(Path workingDirectory, Path directory, Map<String, String> variables) {
    public Invocation {
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
        directory = workingDirectory.resolve(directory).normalize();
        variables = Map.copyOf(variables);
    }

    public Invocation(Path workingDirectory, Map<String, String> variables) {
        this(workingDirectory, workingDirectory, variables);
    }
}
