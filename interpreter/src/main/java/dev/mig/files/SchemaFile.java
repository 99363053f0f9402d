package dev.mig.files;

import dev.mig.syntax.Mig;
import dev.mig.syntax.tree.MigSchema;
import java.nio.file.Path;

/** Writes {@code schema.mig}. */
public final class SchemaFile {
    private SchemaFile() {}

    /** Whether the file contains more than comments; assumed if it cannot be read. */
    public static boolean holdsStatements(Path path, String name) {
        MigSchema schema = Mig.parseSchema(TextFiles.read(path, name)).tree();
        return schema == null || !schema.statements().isEmpty();
    }

    /** Gives the file this text, whether it is there or not. */
    public static void write(Path path, String name, String text) {
        if (TextFiles.exists(path)) {
            TextFiles.replace(path, name, text);
        } else {
            TextFiles.create(path, name, text);
        }
    }
}
