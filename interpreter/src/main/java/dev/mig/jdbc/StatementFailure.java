package dev.mig.jdbc;

import dev.mig.revision.Direction;
import dev.mig.script.ScriptStep;
import dev.mig.script.SqlStyle;
import dev.mig.script.Statement;
import dev.mig.script.Transactions;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The diagnostic for a failed statement: the database's message, the statement, what remains applied, and what to do.
 *
 * @param statement null where none was under way: before the first, or after the last
 * @param place of the statement, from 1, among all of the step
 * @param finished how many before it stay done
 * @param transactions of the run
 */
record StatementFailure(
        ConnectionSettings access,
        SqlStyle style,
        ScriptStep step,
        @Nullable Statement statement,
        int place,
        int finished,
        Transactions transactions) {
    /** More would push the rest off the screen. */
    private static final int SHOWN_SQL = 2000;

    static Diagnostic interrupted(Span span) {
        return Diagnostic.error(Code.INTERRUPTED, span, "interrupted");
    }

    Diagnostic of(SQLException cause, boolean cancelled) {
        if (statement == null && DriverMessage.tellOfABusyFile(cause)) {
            return withWaysOut(
                    DatabaseFailure.busy(access, "end what it is doing, or wait longer for it: --lock-timeout 30s"));
        }
        Span span = statement == null ? Span.none() : statement.span();
        Diagnostic told = cancelled
                ? Diagnostic.error(Code.INTERRUPTED, span, "interrupted in " + where() + ", which is not applied")
                : Diagnostic.error(
                        Code.STATEMENT_FAILED,
                        span,
                        where() + " failed: " + access.masked(DriverMessage.withCode(cause)));
        boolean waited = style.session().lockRefusals().tell(cause.getSQLState(), cause.getErrorCode());
        Diagnostic why = waited ? told.withHint("wait longer for what others have locked: --lock-timeout 30s") : told;
        return withWaysOut(statement == null ? why : why.withHint("the statement was: " + sql(statement)));
    }

    /** The connection went with the answer to a statement that commits by itself. */
    Diagnostic cutOff(SQLException cause) {
        Diagnostic told = Diagnostic.error(
                        Code.STATEMENT_FAILED,
                        statement == null ? Span.none() : statement.span(),
                        where() + " was cut off, and may have been finished all the same: "
                                + access.masked(DriverMessage.withCode(cause)))
                .withHint(statement == null ? null : "the statement was: " + sql(statement));
        if (finished > 0) {
            told = told.withHint(finished + " of " + step.statements().size() + " statements before it stay done");
        }
        return told.withHint("go on when the database answers again, which finds out or asks: migrate " + target());
    }

    /** The connection went with the answer to the commit, and nothing could be looked up. */
    Diagnostic duringCommit() {
        return Diagnostic.error(
                Code.IN_DOUBT,
                Span.none(),
                "the connection was lost while the " + step.step().direction().word() + " of \"" + step.revision()
                        + "\" was being committed, and nobody can tell yet whether it was",
                "ask when the database answers again: migrate current",
                "then go on: the command once more");
    }

    /** For a failure that already has a diagnostic. */
    Diagnostic of(Diagnostic cause) {
        return withWaysOut(cause);
    }

    private Diagnostic withWaysOut(Diagnostic told) {
        List<String> hints = new ArrayList<>(told.hints());
        String word = step.step().direction().word();
        int all = step.statements().size();
        if (transactions == Transactions.ALL) {
            hints.add("nothing of the whole run stays done, since it is one transaction");
            hints.add("put it right, then run it again");
        } else if (finished == 0) {
            hints.add("nothing of revision \"" + step.revision() + "\" stays done; what went before it does");
            hints.add("put it right, then go on: migrate " + target());
        } else {
            hints.add(finished + " of " + all + " statements of this " + word
                    + " stay done and will not be sent again, since " + style.name() + " commits them one by one");
            hints.add("put it right from there on, leaving what is done as it is, then go on: migrate " + target());
        }
        return new Diagnostic(told.code(), told.severity(), told.message(), told.span(), told.related(), hints);
    }

    private String target() {
        return step.step().direction() == Direction.UPGRADE
                ? "upgrade " + step.revision()
                : "downgrade " + step.revision() + "@-1";
    }

    private String where() {
        int all = step.statements().size();
        if (statement == null) {
            return (place == 0 ? "the beginning" : "the end") + " of revision \"" + step.revision() + "\"";
        }
        String which = all == 1 ? "the statement" : "statement " + place + " of " + all;
        return which + " of revision \"" + step.revision() + "\"";
    }

    private String sql(Statement sent) {
        String sql = access.masked(sent.literal(style));
        return sql.length() > SHOWN_SQL ? sql.substring(0, SHOWN_SQL) + " …" : sql;
    }
}
