package dev.mig.files;

import java.nio.file.Path;

/**
 * Names of files as a person can use them: relative to where they stand, with {@code /} on every system.
 *
 * @param standing absolute
 */
public record DisplayNames(Path standing) {
    /** Climbing further than this reads worse than the whole path. */
    private static final int CLIMB = 3;

    public String of(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (absolute.startsWith(standing)) {
            Path below = standing.relativize(absolute);
            return below.toString().isEmpty() ? "." : slashes(below);
        }
        Path ancestor = standing;
        for (int climbed = 1; climbed <= CLIMB; climbed++) {
            ancestor = ancestor.getParent();
            if (ancestor == null || ancestor.getParent() == null) {
                break;
            }
            if (absolute.startsWith(ancestor)) {
                return slashes(standing.relativize(absolute));
            }
        }
        return slashes(absolute);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
