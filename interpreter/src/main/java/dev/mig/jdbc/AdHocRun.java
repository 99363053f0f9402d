package dev.mig.jdbc;

import dev.mig.script.Part;
import dev.mig.script.Script;
import dev.mig.script.ScriptStep;
import dev.mig.script.Statement;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script that is not part of the history: typed at the prompt, or only tried. The version table and the
 * journal are not changed.
 */
final class AdHocRun {
    private final RunSession session;
    private final Connection connection;
    private final List<AdHocResult.Sent> sent = new ArrayList<>();

    AdHocRun(RunSession session) {
        this.session = session;
        this.connection = session.connection();
    }

    /** Each part commits as in a revision. */
    AdHocResult keep(Script script) {
        for (ScriptStep step : script.steps()) {
            Diagnostic why =
                    session.foreignKeys().setAsideDuring(step.statements(), session.access(), () -> keep(step));
            if (why != null) {
                return new AdHocResult(sent, why);
            }
        }
        return new AdHocResult(sent, null);
    }

    private @Nullable Diagnostic keep(ScriptStep step) {
        for (Part part : step.parts()) {
            for (Statement statement : part.statements()) {
                boolean alone = !part.transactional()
                        && session.style().transactionalDdl()
                        && !(statement instanceof Statement.Batched);
                try {
                    if (alone) {
                        connection.setAutoCommit(true);
                    }
                    send(step, statement);
                    if (!part.transactional()) {
                        commit();
                    }
                } catch (SQLException | DiagnosticException e) {
                    return failed(e, statement);
                } finally {
                    backToTransactions(alone);
                }
            }
            try {
                session.foreignKeys().requireKept();
                commit();
            } catch (SQLException | DiagnosticException e) {
                return failed(e, part.statements().getLast());
            }
        }
        return null;
    }

    /** Everything in the current transaction; the caller rolls it back. */
    AdHocResult attempt(Script script) {
        for (ScriptStep step : script.steps()) {
            for (Statement statement : step.statements()) {
                try {
                    send(step, statement);
                } catch (SQLException | DiagnosticException e) {
                    return new AdHocResult(sent, failed(e, statement));
                }
            }
        }
        return new AdHocResult(sent, null);
    }

    private void send(ScriptStep step, Statement statement) throws SQLException {
        session.lock().requireHeld();
        StatementSender sender = session.sender();
        long start = System.nanoTime();
        if (statement instanceof Statement.Batched batched) {
            Statement.Batched ordered = BatchRun.inOrder(batched, connection, session.style());
            new BatchRun(connection, session.style(), ordered, session.running())
                    .run(null, (key, rows) -> {}, rows -> session.listener().rows(step, statement, rows));
        } else {
            sender.send(step, statement);
        }
        sent.add(new AdHocResult.Sent(
                step.revision(), statement.literal(session.style()), (System.nanoTime() - start) / 1_000_000));
    }

    private void commit() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        session.writes().flush();
    }

    private void backToTransactions(boolean alone) {
        if (alone) {
            try {
                connection.setAutoCommit(false);
            } catch (SQLException gone) {
                // The next statement reports it.
            }
        }
    }

    private Diagnostic failed(Exception cause, Statement statement) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // The database then rolls back by itself.
        }
        if (cause instanceof DiagnosticException told) {
            return told.diagnostics().getFirst();
        }
        if (session.running().isCancelled()) {
            return Diagnostic.error(Code.INTERRUPTED, statement.span(), "interrupted in " + statement.what());
        }
        SQLException sql = (SQLException) cause;
        return Diagnostic.error(
                Code.STATEMENT_FAILED,
                statement.span(),
                statement.what() + " failed: " + session.access().masked(DriverMessage.of(sql)) + " (SQLSTATE "
                        + sql.getSQLState() + ")",
                "the statement was: " + session.access().masked(statement.literal(session.style())));
    }
}
