package dev.mig.files;

import dev.mig.source.Source;
import dev.mig.syntax.Header;
import java.nio.file.Path;

/**
 * A revision as its folder knows it: the header is read, the rest is not.
 *
 * @param path absolute
 * @param name as shown to people
 */
public record RevisionFile(Header header, FileKind kind, Path path, String name) {
    public String id() {
        return header.id().text();
    }

    /** The whole text, read anew at every call; throws a diagnostic if that fails. */
    public Source text() {
        return TextFiles.read(path, name);
    }
}
