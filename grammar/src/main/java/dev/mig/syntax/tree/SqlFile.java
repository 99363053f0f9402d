package dev.mig.syntax.tree;

import dev.mig.source.Source;
import dev.mig.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A whole {@code .sql} revision: its header in comments, and its two sections as the SQL that they hold. What the SQL
 * says is not looked at here: only a database's own rules can tell its statements apart.
 *
 * @param upgrade from behind the line {@code -- upgrade} to the next section, or to the end
 */
public record SqlFile(Source source, Header header, Span upgrade, WayBack downgrade) {

    /** What the file says of the way back. */
    public sealed interface WayBack {}

    /** @param sql as in {@link #upgrade}; it holds at least one statement */
    public record Section(Span sql) implements WayBack {}

    /** {@code -- downgrade nothing}: there is nothing to take back. */
    public record Nothing() implements WayBack {}

    /** {@code -- downgrade none 'reason'}, a section without a statement, or none at all. */
    public record None(@Nullable String reason, Span span) implements WayBack {}
}
