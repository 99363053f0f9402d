package dev.mig.files;

import dev.mig.source.Source;
import dev.mig.source.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The {@code env.js} next to the configuration, and the modules next to it or below. */
public record EnvFile(Path folder, DisplayNames names) {
    public static final String NAME = "env.js";

    /** The text; empty if there is none. */
    public Optional<Source> text() {
        Path file = folder.resolve(NAME);
        return Files.isRegularFile(file) ? Optional.of(TextFiles.read(file, names.of(file))) : Optional.empty();
    }

    /** The text of a module, by the same rules as of one that a revision imports. */
    public Source module(String path, Span place) {
        Path file = new SideFiles(folder, names).find(path, place);
        return TextFiles.read(file, names.of(file));
    }
}
