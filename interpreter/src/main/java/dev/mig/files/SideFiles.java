package dev.mig.files;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import dev.mig.source.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that migrations name. Only files below the folder of the migration are found, whatever {@code ..} and
 * links may lead to.
 */
record SideFiles(Path folder, DisplayNames names) {

    /**
     * The real path of a file.
     *
     * @param path as the migration says it
     * @param place where it says so
     */
    Path find(String path, Span place) {
        Path file = resolve(path, place);
        if (!file.normalize().startsWith(folder)) {
            throw outside(path, place);
        }
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                throw outside(path, place);
            }
            if (!Files.isRegularFile(real)) {
                throw missing(path, place);
            }
            return file.normalize();
        } catch (IOException e) {
            throw missing(path, place);
        }
    }

    private Path resolve(String path, Span place) {
        try {
            return folder.resolve(path);
        } catch (InvalidPathException e) {
            throw missing(path, place);
        }
    }

    private DiagnosticException missing(String path, Span place) {
        Diagnostic problem = Diagnostic.error(
                Code.SIDE_FILE_MISSING, place, "there is no file \"" + path + "\" in " + names.of(folder) + "/");
        return new DiagnosticException(problem.withHint(Suggestions.nearest(path, others(path))
                .map(it -> "did you mean '" + it + "'?")
                .orElse(null)));
    }

    private DiagnosticException outside(String path, Span place) {
        return new DiagnosticException(Diagnostic.error(
                Code.SIDE_FILE_OUTSIDE,
                place,
                "\"" + path + "\" lies outside the folder of its migration, " + names.of(folder) + "/",
                "put the file beside the migration or below it"));
    }

    /** Paths of the files where it should be, as a migration would say them. */
    private List<String> others(String path) {
        int slash = path.lastIndexOf('/') + 1;
        try (Stream<Path> siblings = Files.list(folder.resolve(path.substring(0, slash)))) {
            return siblings.map(it -> path.substring(0, slash) + it.getFileName())
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }
}
