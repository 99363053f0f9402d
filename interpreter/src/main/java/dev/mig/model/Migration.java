package dev.mig.model;

import dev.mig.source.Span;
import dev.mig.syntax.tree.Header;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A revision compiled for one database: its operations, and how it is reverted. */
public record Migration(Header header, List<Step> upgrade, WayBack downgrade) {
    public Migration {
        upgrade = List.copyOf(upgrade);
    }

    /** An operation and the worst that running it may cost. */
    public record Step(Operation operation, Grade grade) {}

    public sealed interface WayBack {}

    /** @param derived whether it comes from {@code downgrade auto} */
    public record Back(List<Step> steps, boolean derived) implements WayBack {
        public Back {
            steps = List.copyOf(steps);
        }
    }

    /** {@code downgrade none}, or no block. */
    public record NoWayBack(@Nullable String reason, Span span) implements WayBack {}
}
