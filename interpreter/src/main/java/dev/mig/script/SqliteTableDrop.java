package dev.mig.script;

import dev.mig.model.Identifier;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.List;

/**
 * Drops a table. If foreign keys are enforced, SQLite would delete its rows first, and with them rows of other
 * tables; so this asks whether such tables exist.
 */
record SqliteTableDrop(Identifier about, boolean ifExists, SqlStyle style, Span span) implements Restatement {
    @Override
    public boolean asksForReferences() {
        return true;
    }

    @Override
    public boolean movesRows() {
        return true;
    }

    @Override
    public List<String> statements(SqliteMaster master) {
        if (master.enforced() && !master.referencing().isEmpty()) {
            String by = master.referencing().getFirst();
            throw new DiagnosticException(Diagnostic.error(
                    Code.STILL_NEEDED,
                    span,
                    "table \"" + about + "\" is needed by a foreign key of table " + by,
                    "alter table " + by + " drop foreign key (…)"));
        }
        return List.of("drop table " + StandardSql.ifExists(ifExists) + style.quoted(about));
    }
}
