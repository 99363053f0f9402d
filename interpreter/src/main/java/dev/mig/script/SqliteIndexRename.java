package dev.mig.script;

import dev.mig.model.Identifier;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.List;

/** Renames an index, which SQLite can do only by recreating it. */
record SqliteIndexRename(Identifier about, String to, SqlStyle style, Span span) implements Restatement {
    @Override
    public List<String> statements(SqliteMaster master) {
        String sql = master.find("index", about.text())
                .orElseThrow(() -> new DiagnosticException(Diagnostic.error(
                        Code.INDEX_UNKNOWN,
                        span,
                        "index \"" + about + "\" does not exist",
                        "look at what the database has: is the name right, or is a revision missing?")))
                .sql();
        return List.of("drop index " + style.quoted(about), SqliteNames.replaced(sql, "index", to));
    }
}
