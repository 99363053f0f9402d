package dev.mig.syntax;

import dev.mig.source.Diagnostic;
import dev.mig.source.Palette;
import dev.mig.source.Snippet;
import dev.mig.source.Source;
import dev.mig.syntax.tree.MigFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sample files under {@code cases}: each with what becomes of it beside it. */
final class Samples {
    static final Path FOLDER = Path.of("src/test/resources/dev/mig/syntax/cases");

    private Samples() {}

    /** The sample files with this ending, in order. */
    static List<Path> files(String ending) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(it -> it.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of all files that are right. */
    static Stream<String> right() {
        return files(".tree").stream().map(it -> read(sibling(it, ".mig")));
    }

    static Path sibling(Path file, String ending) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Parsed<MigFile> parse(String text) {
        return Mig.parse(new Source("case.mig", text));
    }

    /** As a person sees them. */
    static String drawn(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(it -> Snippet.draw(it, Palette.PLAIN).stripTrailing() + "\n")
                .collect(Collectors.joining("\n"));
    }
}
