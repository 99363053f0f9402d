package dev.mig.script;

import dev.mig.syntax.tree.Header.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The timeouts of statements run by hand: from a flag, or else from the revision's header. */
final class OfflineLimits {
    private final SqlStyle style;
    private final Timeouts flags;

    OfflineLimits(SqlStyle style, Timeouts flags) {
        this.style = style;
        this.flags = flags;
    }

    /** Before a revision. */
    List<String> set(Timeouts header) {
        List<String> statements = new ArrayList<>();
        Duration lock = first(flags.lock(), header.lock());
        if (lock != null) {
            statements.addAll(style.session().lockLimit().of(lock.toMillis()));
        }
        Duration statement = first(flags.statement(), header.statement());
        if (statement != null) {
            statements.addAll(style.session().statementLimit().of(statement.toMillis()));
        }
        return statements;
    }

    /** After it. */
    List<String> back(Timeouts header) {
        List<String> statements = new ArrayList<>();
        if (first(flags.lock(), header.lock()) != null) {
            statements.addAll(style.session().lockLimit().back());
        }
        if (first(flags.statement(), header.statement()) != null) {
            statements.addAll(style.session().statementLimit().back());
        }
        return statements;
    }

    /** Whether a limit is asked for that the database has no statement for. */
    boolean misses(Timeouts header) {
        return first(flags.statement(), header.statement()) != null
                && style.session().statementLimit().formats().isEmpty();
    }

    private static @Nullable Duration first(@Nullable Duration flag, @Nullable Duration header) {
        return flag != null ? flag : header;
    }
}
