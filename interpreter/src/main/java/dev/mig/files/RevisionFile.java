package dev.mig.files;

import dev.mig.source.Source;
import dev.mig.syntax.tree.Header;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A revision file of which only the header has been read.
 *
 * @param whole the whole text, where reading the header took all of it; null where most of it is still on the disk
 * @param folder absolute
 * @param fileName in that folder
 * @param name of the file as shown to people
 */
public record RevisionFile(
        Header header, @Nullable Source whole, FileKind kind, Path folder, String fileName, String name) {
    public String id() {
        return header.id().text();
    }

    /** Absolute. */
    public Path path() {
        return folder.resolve(fileName);
    }

    /** The whole text; throws a diagnostic if it cannot be read. */
    public Source text() {
        return whole == null ? TextFiles.read(path(), name) : whole;
    }
}
