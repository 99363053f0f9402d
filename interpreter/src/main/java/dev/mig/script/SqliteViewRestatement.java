package dev.mig.script;

import dev.mig.model.Identifier;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recreates a view with another query or name, together with its triggers.
 *
 * @param to its other name as SQL spells it; null where it keeps its own
 * @param query its other text, from {@code create view}; null where it keeps its own
 */
record SqliteViewRestatement(
        Identifier about, @Nullable String to, @Nullable String query, SqlStyle style, Span span)
        implements Restatement {
    @Override
    public Optional<String> unforeseen(SqliteMaster known) {
        return Optional.of(known.unforeseen(about.text(), style));
    }

    @Override
    public List<String> statements(SqliteMaster master) {
        List<String> statements = new ArrayList<>();
        String old =
                master.find("view", about.text()).map(SqliteMaster.Entry::sql).orElse(null);
        if (old != null) {
            statements.add("drop view " + style.quoted(about));
        }
        if (query != null) {
            statements.add(query);
        } else if (old != null && to != null) {
            statements.add(SqliteNames.replaced(old, "view", to));
        } else {
            throw new DiagnosticException(Diagnostic.error(
                    Code.NAME_UNKNOWN,
                    span,
                    "view \"" + about + "\" does not exist",
                    "look at what the database has: is the name right, or is a revision missing?"));
        }
        for (SqliteMaster.Entry trigger : master.of("trigger", about.text())) {
            statements.add(to == null ? trigger.sql() : SqliteNames.replaced(trigger.sql(), "on", to));
        }
        return statements;
    }
}
