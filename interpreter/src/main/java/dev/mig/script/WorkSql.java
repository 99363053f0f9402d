package dev.mig.script;

import dev.mig.script.Statement.Effect;
import java.util.Optional;

/** Which SQL a script's {@code op.run} may send: only what a rollback can undo. */
public final class WorkSql {
    private WorkSql() {}

    /** Why a statement is not sent, as a sentence; empty for one that may be. */
    public static Optional<String> refusal(String sql, SqlStyle style) {
        ClientCommands.Refusal refusal = ClientCommands.refusal(sql.strip());
        if (refusal != null) {
            return Optional.of(refusal.what());
        }
        return style.transactionalDdl() || StandardSql.effect(sql) == Effect.ROWS
                ? Optional.empty()
                : Optional.of(style.name() + " would commit what the work has done so far before \""
                        + SqlSplitter.firstWord(sql) + "\": say it with op, before or after op.run");
    }
}
