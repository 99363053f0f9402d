package dev.mig.model;

import java.io.IOException;
import java.io.Reader;

/**
 * A file of rows that a migration loads. It may be larger than memory, so that unlike a {@link dev.mig.source.Source}
 * it is a way to the text and not the text: whoever sends the rows opens it, reads it once and closes it.
 */
public interface RowFile {
    /** As people know it, usually a path relative to where they stand. */
    String name();

    /** The text from its beginning, decoded; malformed bytes are an {@link IOException}. */
    Reader open() throws IOException;
}
