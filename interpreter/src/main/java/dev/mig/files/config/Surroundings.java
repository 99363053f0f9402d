package dev.mig.files.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the process was started in, handed in once so that nothing else asks the process.
 *
 * @param standing the folder that the person stands in: names of files are shown relative to it
 * @param directory the folder to work in: the same, or what {@code -C} says; absolute
 * @param variables the environment variables
 */
public record Surroundings(Path standing, Path directory, Map<String, String> variables) {
    public Surroundings {
        standing = standing.toAbsolutePath().normalize();
        directory = standing.resolve(directory).normalize();
        variables = Map.copyOf(variables);
    }

    public Surroundings(Path standing, Map<String, String> variables) {
        this(standing, standing, variables);
    }
}
