package dev.mig.jdbc;

import dev.mig.source.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of statements that are not part of the history.
 *
 * @param sent those that succeeded, in order
 * @param why what stopped them; null if nothing did
 */
public record AdHocResult(List<Sent> sent, @Nullable Diagnostic why) {
    public AdHocResult {
        sent = List.copyOf(sent);
    }

    /**
     * @param revision of the step that it belongs to
     * @param sql with literals, as a person would run it
     */
    public record Sent(String revision, String sql, long millis) {}
}
