package dev.mig.syntax.tree;

import dev.mig.source.Source;
import java.util.List;

/**
 * A whole {@code .mig} revision.
 *
 * @param comments all comments of the file in order, those of the header too
 */
public record MigFile(Source source, Header header, Block upgrade, Downgrade downgrade, List<Comment> comments) {
    public MigFile {
        comments = List.copyOf(comments);
    }
}
