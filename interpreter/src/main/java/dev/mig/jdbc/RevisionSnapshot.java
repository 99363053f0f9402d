package dev.mig.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the journal stores of a revision, so that its history survives the loss of its file.
 *
 * @param message empty for none
 * @param file as the one who ran it knew it
 * @param text the whole file
 * @param textDigest of the text, with the name of the algorithm before it: {@code sha256:…}
 * @param meaningDigest of what it means, so that layout and comments do not count
 * @param wayBack the statements of its downgrade as they would be sent; null where there is none
 */
public record RevisionSnapshot(
        String revision,
        String message,
        List<String> parents,
        List<String> dependsOn,
        List<String> branches,
        String file,
        String text,
        String textDigest,
        String meaningDigest,
        @Nullable String wayBack) {
    public RevisionSnapshot {
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        branches = List.copyOf(branches);
    }
}
