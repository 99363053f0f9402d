package dev.mig.syntax.tree;

import dev.mig.source.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a revision file, the same in {@code .mig}, {@code .js} and {@code .sql} files.
 *
 * @param message empty where there is none
 * @param revises the parents; empty for a root
 * @param created null where the line is missing: such a revision sorts first
 * @param span from the first header line to the end of the last
 */
public record Header(
        Ref id,
        String message,
        List<Ref> revises,
        List<Ref> branches,
        List<Ref> dependsOn,
        Timeouts timeouts,
        @Nullable Instant created,
        Span span) {

    /** A word that names a revision or a branch, and where it stands. */
    public record Ref(String text, Span span) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** How long this revision waits for a lock, and runs a statement; null where the header says nothing. */
    public record Timeouts(
            @Nullable Duration lock, @Nullable Duration statement) {
        public static final Timeouts NONE = new Timeouts(null, null);
    }

    public Header {
        revises = List.copyOf(revises);
        branches = List.copyOf(branches);
        dependsOn = List.copyOf(dependsOn);
    }
}
