package dev.mig.files;

import java.nio.file.Path;

/**
 * File names as shown to people: relative to the working directory, with {@code /} on every system.
 *
 * @param workingDirectory absolute
 */
public record DisplayNames(Path workingDirectory) {
    /** Beyond this number of {@code ..}, the absolute path is easier to read. */
    private static final int CLIMB = 3;

    public String of(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (absolute.startsWith(workingDirectory)) {
            Path below = workingDirectory.relativize(absolute);
            return below.toString().isEmpty() ? "." : slashes(below);
        }
        Path ancestor = workingDirectory;
        for (int climbed = 1; climbed <= CLIMB; climbed++) {
            ancestor = ancestor.getParent();
            if (ancestor == null || ancestor.getParent() == null) {
                break;
            }
            if (absolute.startsWith(ancestor)) {
                return slashes(workingDirectory.relativize(absolute));
            }
        }
        return slashes(absolute);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
