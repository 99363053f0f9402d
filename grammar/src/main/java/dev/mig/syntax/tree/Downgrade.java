package dev.mig.syntax.tree;

import dev.mig.source.Span;
import org.jspecify.annotations.Nullable;

/** The downgrade, as stated in the file. */
public sealed interface Downgrade {
    Span span();

    record Written(Block block, Span span) implements Downgrade {}

    /** {@code downgrade auto}: derived from the upgrade. */
    record Auto(Span span) implements Downgrade {}

    /** {@code downgrade none 'reason'}, or no block at all: then the span is that of the end of the file. */
    record None(@Nullable Text reason, Span span) implements Downgrade {}
}
